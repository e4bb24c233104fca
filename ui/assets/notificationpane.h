// Encoders' notifications as a list, and the body of the chosen one as it came. Follows new data and keeps the choice.
#pragma once

#include "core/domain/encoder.h"

#include <QList>
#include <QSplitter>

#include <optional>

class QStandardItemModel;

namespace callboard {

class PayloadView;
class PlainTable;

class NotificationPane : public QSplitter {
    Q_OBJECT

public:
    // Brief leaves out what is the same for all of one asset: encoder and job.
    enum class Columns { All, Brief };
    NotificationPane(Qt::Orientation orientation, Columns columns, QWidget *parent = nullptr);

    void setNotifications(const QList<EncoderNotification> &notifications);
    void setEmptyText(const QString &text);
    [[nodiscard]] std::optional<EncoderNotification> current() const;
    [[nodiscard]] qsizetype count() const { return m_notifications.size(); }

signals:
    void currentChanged();

private:
    void fill(int row);
    void select(NotificationId id, int otherwise);
    void showBody();

    QList<EncoderNotification> m_notifications;
    NotificationId m_current;
    QStandardItemModel *m_model = nullptr;
    PlainTable *m_table = nullptr;
    PayloadView *m_body = nullptr;
};

} // namespace callboard
