#include "tests/translations/shownwords.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QKeySequence>
#include <QLabel>
#include <QMap>
#include <QTabBar>
#include <QTableView>

namespace callboard {

namespace {

void addColumns(const QTableView &table, QStringList &words)
{
    const QAbstractItemModel *model = table.model();
    for (int column = 0; model && column < model->columnCount() && table.horizontalHeader()->isVisible(); ++column)
        words.append(model->headerData(column, Qt::Horizontal).toString());
}

void addTabs(const QTabBar &bar, QStringList &words)
{
    for (int tab = 0; tab < bar.count(); ++tab)
        words.append(bar.tabText(tab));
}

} // namespace

QStringList shownWords(const QWidget &window)
{
    QStringList words{window.windowTitle()};
    for (const auto *label : window.findChildren<QLabel *>())
        words.append(label->text());
    for (const auto *button : window.findChildren<QAbstractButton *>())
        words.append(button->text());
    for (const auto *table : window.findChildren<QTableView *>())
        addColumns(*table, words);
    for (const auto *bar : window.findChildren<QTabBar *>())
        addTabs(*bar, words);
    words.removeAll(QString());
    return words;
}

QStringList sharedMnemonics(const QWidget &window)
{
    QMap<QString, QStringList> texts;
    const auto add = [&texts](const QWidget &widget, const QString &text) {
        const QKeySequence key = QKeySequence::mnemonic(text);
        if (widget.isVisible() && !key.isEmpty())
            texts[key.toString()].append(text);
    };
    for (const auto *label : window.findChildren<QLabel *>()) {
        if (label->buddy())
            add(*label, label->text());
    }
    for (const auto *button : window.findChildren<QAbstractButton *>())
        add(*button, button->text());
    QStringList shared;
    for (const QStringList &same : std::as_const(texts)) {
        if (same.size() > 1)
            shared.append(same.join(QStringLiteral(" | ")));
    }
    return shared;
}

} // namespace callboard
