// The keys that sign beside the newest until their time has come: when that is, and a button that ends each before.
#pragma once

#include "core/domain/signing.h"

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;

namespace callboard {

class OlderKeys : public QWidget {
    Q_OBJECT

public:
    explicit OlderKeys(QWidget *parent = nullptr);

    void setKeys(const QList<SigningKey> &keys);
    [[nodiscard]] QPushButton *firstButton() const;

signals:
    void endRequested(const QByteArray &sealed);

private:
    struct Row {
        QLabel *label = nullptr;
        QPushButton *button = nullptr;
    };

    std::vector<Row> m_rows; // all that there can be, for their place in the order of Tab
    QList<SigningKey> m_keys;
};

} // namespace callboard
