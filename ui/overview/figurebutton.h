// One figure of the overview: the value in large type, what it counts below it. A button, since each opens what it
// counts. Unknown is "–".
#pragma once

#include "ui/look/look.h"

#include <QAbstractButton>

#include <optional>

namespace callboard {

class FigureButton : public QAbstractButton {
    Q_OBJECT

public:
    FigureButton(const char *objectName, const QString &caption, const QString &hint, QWidget *parent = nullptr);

    // `tone` for a value that needs somebody.
    void setValue(const QString &value, std::optional<look::Tone> tone = std::nullopt);
    void setCaption(const QString &caption);
    [[nodiscard]] QString value() const { return m_value; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void describe();
    [[nodiscard]] QFont valueFont(int width) const;

    QString m_caption;
    QString m_hint;
    QString m_value;
    std::optional<look::Tone> m_tone;
};

} // namespace callboard
