// Gives encoders' notifications that matched no asset theirs, one after the other: the list with each one's body, and
// an asset that is completed while one types. What is assigned leaves the list; the rest stays. Open it with open() and
// WA_DeleteOnClose.
#pragma once

#include "core/engine/platformclient.h"
#include "core/store/readthread.h"

#include <QDialog>
#include <QHash>
#include <QTimer>

class QLineEdit;
class QPushButton;

namespace callboard {

class AssetCompleter;
class FieldLine;
class NotificationPane;

class AssignDialog : public QDialog {
    Q_OBJECT

public:
    AssignDialog(PlatformClient &platform, ReadThread &reads, QWidget *parent = nullptr);

    void refresh(); // reads the list again; the choice stays

signals:
    void assigned(const QString &asset);

private:
    enum class Asset { Missing, Asked, Known, Unknown };

    QWidget *makeField();
    QWidget *makeFoot();
    void readAssets();
    void takeList(const Result<QList<EncoderNotification>> &list);
    void propose();
    void lookUp();
    void takeAsset(const QString &id, const Result<MediaAsset> &asset);
    void follow();
    [[nodiscard]] QString obstacle() const;
    void assign();
    void take(const EncoderNotification &notification, const Result<NotificationOutcome> &outcome);

    PlatformClient &m_platform;
    ReadThread &m_reads;
    NotificationPane *m_list = nullptr;
    QLineEdit *m_asset = nullptr;
    AssetCompleter *m_completer = nullptr;
    FieldLine *m_assetLine = nullptr;
    FieldLine *m_footLine = nullptr;
    QPushButton *m_assign = nullptr;
    QTimer m_soon;
    NotificationId m_shown;         // the one the asset was proposed for
    QString m_proposed;             // and what was proposed
    QHash<QString, QString> m_jobs; // assigned here, and to what
    Asset m_found = Asset::Missing;
    bool m_loaded = false;
    bool m_assigning = false;
};

} // namespace callboard
