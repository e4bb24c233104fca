// The table of projects as it is looked at: whole rows, one at a time, j and k as the arrows.
#pragma once

#include "ui/targets/plaintable.h"

#include <optional>

namespace callboard {

struct ProjectRow;
class ProjectListModel;

class ProjectTable : public PlainTable {
    Q_OBJECT

public:
    explicit ProjectTable(ProjectListModel *model, QWidget *parent = nullptr);

    [[nodiscard]] std::optional<ProjectRow> selected() const;
    bool select(const QString &id);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitColumns();

    ProjectListModel *m_model = nullptr;
};

} // namespace callboard
