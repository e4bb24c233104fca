// The one sentence under a field: a hint, a confirmation, a warning, or what is wrong with what was typed. Hidden while
// it has nothing to say. Plain text; its colour follows the theme, its sign makes it readable without colour.
#pragma once

#include <QLabel>

namespace callboard {

class FieldLine : public QLabel {
    Q_OBJECT

public:
    enum class Mood { Hint, Good, Warning, Problem };

    explicit FieldLine(const char *objectName, QWidget *parent = nullptr);

    void say(Mood mood, const QString &sentence); // empty: hides
    // For a sentence that begins with a sign of its own.
    void sayUnsigned(Mood mood, const QString &sentence);
    void hush() { say(Mood::Hint, {}); }
    [[nodiscard]] Mood mood() const { return m_mood; }
    [[nodiscard]] const QString &sentence() const { return m_sentence; } // without the sign

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyColor();

    Mood m_mood = Mood::Hint;
    QString m_sentence;
};

} // namespace callboard
