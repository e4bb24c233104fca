// One page of the manual, typeset: headings, tables, commands and pictures in the colours of the window. Follows links
// within the manual; what leads outside opens in the browser, and only on a click. Loads nothing but the manual.
#pragma once

#include "ui/help/manual.h"

#include <QTextBrowser>

namespace callboard {

class ManualView : public QTextBrowser {
    Q_OBJECT

public:
    explicit ManualView(QWidget *parent = nullptr);

    void setPage(const ManualPage &page);
    void scrollToHeading(const QString &anchor);
    // All of them are marked, and the first is brought into view; empty: none.
    void mark(const QString &words);
    // To the next of the words from where one is, or the one before; round the end.
    void step(bool forward);
    [[nodiscard]] int marked() const { return int(extraSelections().size()); }
    // How far down one is, for the way back.
    [[nodiscard]] int place() const;
    void setPlace(int place);

signals:
    void placeRequested(const callboard::ManualPlace &place); // a link within the manual

protected:
    [[nodiscard]] QVariant loadResource(int type, const QUrl &name) override;
    void doSetSource(const QUrl &name, QTextDocument::ResourceType type) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void typeset();
    void dressBlocks();
    void dressTables();
    void fitPictures();
    void setMargins();
    [[nodiscard]] int margin() const; // left and right of the text
    void follow(const QUrl &link);

    ManualPage m_page;
    QString m_words;
};

} // namespace callboard
