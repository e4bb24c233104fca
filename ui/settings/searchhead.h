// The search above the settings' pages: narrows each page, counts in the pages' titles, and says where else something
// is found. Esc empties it, Enter goes to the first that is found.
#pragma once

#include "ui/settings/settingsfilter.h"

#include <memory>
#include <unordered_map>

class QLineEdit;
class QTabWidget;

namespace callboard {

class FieldLine;

class SearchHead : public QWidget {
    Q_OBJECT

public:
    explicit SearchHead(QTabWidget &tabs, QWidget *parent = nullptr);

    [[nodiscard]] QLineEdit *edit() const { return m_edit; }
    void clear(); // every page is whole again

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Page {
        QString title;
        std::unique_ptr<SettingsFilter> filter;
        int found = 0;
    };
    void search();
    Page &page(QWidget *tab);
    void showTitles(bool searching);
    void say();
    void goToFirst();

    QTabWidget &m_tabs;
    QLineEdit *m_edit = nullptr;
    FieldLine *m_line = nullptr;
    std::unordered_map<QWidget *, Page> m_pages;
};

} // namespace callboard
