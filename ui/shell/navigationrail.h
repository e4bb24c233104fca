// The pages' names on the left: icon, word, and a badge where something needs attention. Collapsed it shows icons with
// the badge as a dot, and the words as tooltips.
#pragma once

#include <QAbstractButton>
#include <QList>
#include <QWidget>

class QVBoxLayout;

namespace callboard {

class RailButton : public QAbstractButton {
    Q_OBJECT

public:
    RailButton(const QString &name, const QString &iconName, QWidget *parent);

    void setBadge(int count);
    void setCollapsed(bool collapsed);
    [[nodiscard]] int badge() const { return m_badge; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void drawBadge(QPainter &painter) const;
    void describe();

    QString m_iconName;
    QString m_name;
    int m_badge = 0;
    bool m_collapsed = false;
};

class NavigationRail : public QWidget {
    Q_OBJECT

public:
    explicit NavigationRail(QWidget *parent = nullptr);

    int addEntry(const QString &name, const QString &iconName); // its index
    void setCurrent(int index);
    void setBadge(int index, int count); // 0: none
    void setCollapsed(bool collapsed);
    [[nodiscard]] bool isCollapsed() const { return m_collapsed; }
    [[nodiscard]] int count() const { return int(m_buttons.size()); }

signals:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_layout = nullptr;
    QList<RailButton *> m_buttons;
    bool m_collapsed = false;
};

} // namespace callboard
