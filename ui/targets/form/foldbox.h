// A group of rare options, folded away: its title is a button, and beside it stands the value in words, so that one
// reads a closed fold without opening it.
#pragma once

#include <QList>
#include <QWidget>

class QGridLayout;
class QToolButton;

namespace callboard {

class ElidedLabel;

class FoldBox : public QWidget {
    Q_OBJECT

public:
    // Takes `content` as its child; folded at first.
    FoldBox(const char *objectName, const QString &title, QWidget *content, QWidget *parent = nullptr);

    void setValue(const QString &value);
    [[nodiscard]] QString value() const;
    void setOpen(bool open);
    // Their values stand below each other.
    static void alignValues(const QList<FoldBox *> &folds);
    [[nodiscard]] bool isOpen() const { return m_open; }

signals:
    void openChanged(bool open);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyIcon();

    QString m_title;
    bool m_open = false;
    QToolButton *m_button = nullptr;
    ElidedLabel *m_value = nullptr;
    QGridLayout *m_head = nullptr;
    QWidget *m_content = nullptr;
};

} // namespace callboard
