#include "ui/shell/palette/commandpalette.h"

#include "ui/look/access/boundedtable.h"
#include "ui/look/look.h"
#include "ui/shell/palette/commanddelegate.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>

namespace callboard {

namespace {

constexpr QSize kSize(640, 432);
constexpr int kFromTop = 64;
constexpr int kPageOfRows = 10;

} // namespace

CommandPalette::CommandPalette(const QList<Command> &commands, QWidget *window)
    : QDialog(window, Qt::Dialog | Qt::FramelessWindowHint)
    , m_model(new CommandModel(this))
    , m_line(new QLineEdit(this))
    , m_list(new BoundedList(this))
    , m_nothing(look::plainLabel(tr("No command has these letters in this order."), this))
{
    setObjectName(QStringLiteral("commandPalette"));
    setWindowTitle(tr("Commands"));
    m_line->setObjectName(QStringLiteral("commandEdit"));
    m_line->setAccessibleName(tr("Command"));
    m_line->setPlaceholderText(tr("What to do, or the number of a delivery or target"));
    m_line->setMinimumHeight(36);
    m_line->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("commandList"));
    m_list->setAccessibleName(tr("Commands"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QListView::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_nothing->setObjectName(QStringLiteral("noCommandLabel"));
    m_nothing->setAlignment(Qt::AlignCenter);
    look::makeQuiet(m_nothing);
    m_nothing->hide();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::kGap, look::kGap, look::kGap, look::kGap);
    column->setSpacing(look::kGap);
    column->addWidget(m_line);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing, 1);

    connect(m_line, &QLineEdit::textChanged, m_model, &CommandModel::setTyped);
    connect(m_model, &QAbstractItemModel::modelReset, this, &CommandPalette::follow);
    connect(m_list, &QListView::clicked, this, &CommandPalette::choose);
    m_model->setCommands(commands);
}

void CommandPalette::addCommands(const QList<Command> &commands)
{
    m_model->addCommands(commands);
}

void CommandPalette::setRecent(const QStringList &titles)
{
    m_model->setRecent(titles);
}

void CommandPalette::setNumbered(CommandModel::Numbered numbered)
{
    m_model->setNumbered(std::move(numbered));
}

// The first is the best: Enter does it.
void CommandPalette::follow()
{
    const bool any = m_model->rowCount() > 0;
    m_list->setVisible(any);
    m_nothing->setVisible(!any);
    if (any)
        m_list->setCurrentIndex(m_model->index(0));
}

void CommandPalette::move(int rows)
{
    const int last = m_model->rowCount() - 1;
    if (last < 0)
        return;
    const int row = m_list->currentIndex().row();
    const bool one = rows == 1 || rows == -1;
    const int wanted = one && row + rows > last ? 0 : one && row + rows < 0 ? last : qBound(0, row + rows, last);
    m_list->setCurrentIndex(m_model->index(wanted));
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_line || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down: move(1); return true;
    case Qt::Key_Up: move(-1); return true;
    case Qt::Key_PageDown: move(kPageOfRows); return true;
    case Qt::Key_PageUp: move(-kPageOfRows); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(m_list->currentIndex()); return true;
    default: return QDialog::eventFilter(watched, event);
    }
}

// What can't be done stays where it is, with its reason before one's eyes.
void CommandPalette::choose(const QModelIndex &index)
{
    if (!index.isValid() || !m_model->command(index.row()).can)
        return;
    const std::function<void()> run = m_model->command(index.row()).run;
    emit chosen(m_model->command(index.row()).title);
    accept();
    // The window below is open to dialogs again only when this one is gone.
    if (run)
        QTimer::singleShot(0, parentWidget(), run);
}

// Hiding deactivates it too, while it still counts as visible: closed again then, it would leave the window blocked.
void CommandPalette::done(int result)
{
    m_done = true;
    QDialog::done(result);
}

bool CommandPalette::event(QEvent *event)
{
    if (event->type() == QEvent::WindowDeactivate && isVisible() && !m_done)
        reject();
    return QDialog::event(event);
}

// A window without a frame has no edge of its own.
void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::Dark));
    painter.setBrush(palette().color(QPalette::Window));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void CommandPalette::showEvent(QShowEvent *event)
{
    const QRect window = parentWidget()->window()->frameGeometry();
    const int width = qMin(kSize.width(), window.width() - 2 * look::kMargin);
    const int height = qMin(kSize.height(), window.height() - kFromTop - look::kMargin);
    setGeometry(window.center().x() - width / 2, window.top() + kFromTop, width, height);
    QDialog::showEvent(event);
    m_line->setFocus(Qt::PopupFocusReason);
}

} // namespace callboard
