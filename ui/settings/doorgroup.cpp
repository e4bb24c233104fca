#include "ui/settings/doorgroup.h"

#include "ui/look/emptystate.h"
#include "ui/look/look.h"
#include "ui/look/recorded.h"
#include "ui/settings/doortokenmodel.h"
#include "ui/settings/doortokenpane.h"
#include "ui/settings/settingsfilter.h"
#include "ui/targets/form/fieldgrid.h"
#include "ui/targets/form/named.h"
#include "ui/targets/plaintable.h"
#include "ui/targets/targetwords.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace callboard {

using Mood = FieldLine::Mood;

namespace {

constexpr int kTableHeight = 190;

} // namespace

DoorGroup::DoorGroup(DoorClient &door, const QString &url, QWidget *parent)
    : SettingsGroup("door", tr("Door"),
                    tr("Where events, published assets and encoders' notifications come in. Each system that speaks to "
                       "it can have a token of its own."),
                    parent)
    , m_door(door)
{
    addAddress(url);
    addTokens();
    refresh();
}

void DoorGroup::addAddress(const QString &url)
{
    m_addressEdit = named(new QLineEdit(url, this), "doorAddressEdit", tr("Address of the door"));
    m_addressEdit->setReadOnly(true);
    m_addressEdit->setLayoutDirection(Qt::LeftToRight);
    m_addressEdit->setPlaceholderText(tr("closed"));
    auto *line = new FieldLine("doorAddressLine");
    line->say(Mood::Hint,
              tr("This window's door listens on this machine alone. For a network run “callboard serve” with a "
                 "certificate: the manual has a page about it."));
    grid().addRow(tr("&Address"), m_addressEdit, line, m_addressEdit);
    SettingsFilter::alsoKnownAs(*m_addressEdit, tr("intake port token scope bearer TLS HTTP"));
}

void DoorGroup::addTokens()
{
    m_model = new DoorTokenModel(this);
    m_table = named(new PlainTable(m_model, {}, this), "tokenTable", tr("Tokens of the door"));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(DoorTokenModel::NameColumn, QHeaderView::Stretch);
    m_empty = new EmptyState(this);
    m_empty->present(QStringLiteral("receiver"), tr("No tokens yet"),
                     tr("The door's own token may do everything, for everybody who carries it. Give each system one "
                        "that may do what it needs and can be ended alone."),
                     tr("New token…"));
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    m_stack->setMinimumHeight(kTableHeight);
    column().addWidget(m_stack);
    makeButtons();
    m_pane = new DoorTokenPane(this);
    column().addWidget(m_pane);
    FieldGrid::alignLabels({&grid(), &m_pane->grid()});
    connect(m_empty, &EmptyState::actionRequested, this, &DoorGroup::askNew);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &DoorGroup::follow);
    watchPane();
}

void DoorGroup::watchPane()
{
    connect(m_pane, &DoorTokenPane::left, this, [this] {
        showList(true);
        focusFirst();
    });
    connect(m_pane, &DoorTokenPane::addRequested, this,
            [this](const QString &name, DoorScopes scopes, std::optional<Timestamp> endsAt) {
                m_door.addDoorToken(name, scopes, endsAt, this,
                                    finished<IssuedDoorToken>([this](const auto &issued) { showIssued(issued); }));
            });
    connect(m_pane, &DoorTokenPane::rotateRequested, this, [this](const QString &name, Milliseconds overlap) {
        m_door.rotateDoorToken(name, overlap, this,
                               finished<IssuedDoorToken>([this](const auto &issued) { showIssued(issued); }));
    });
    connect(m_pane, &DoorTokenPane::revokeRequested, this, [this](const QString &name) {
        m_door.revokeDoorToken(name, this, finished<QString>([this](const QString &) {
                                   refresh();
                                   m_pane->leave();
                               }));
    });
}

// The form takes the place of the list: both together are higher than the window.
void DoorGroup::askNew()
{
    showList(false);
    m_pane->askNew();
}

void DoorGroup::showList(bool shown)
{
    m_stack->setVisible(shown);
    m_buttons->setVisible(shown);
}

void DoorGroup::showIssued(const IssuedDoorToken &issued)
{
    showList(true);
    m_pane->showIssued(issued);
    refresh(issued.token.name);
}

void DoorGroup::makeButtons()
{
    m_buttons = new QWidget(this);
    auto *row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look::kGap);
    const auto add = [&](const char *name, const QString &text, const QString &tip, auto slot) {
        auto *button = named(new QPushButton(text, this), name, QString(text).remove(u'&').remove(u'…'));
        button->setAutoDefault(false);
        button->setToolTip(tip);
        connect(button, &QPushButton::clicked, this, slot);
        row->addWidget(button);
        return button;
    };
    m_newButton = add("newTokenButton", tr("N&ew token…"), tr("For one system more"), [this] { askNew(); });
    m_rotateButton = add("rotateTokenButton", tr("&Rotate…"), tr("A new token of the same name and scopes"), [this] {
        if (const DoorToken *token = selected())
            m_pane->askRotate(*token);
    });
    m_revokeButton = add("revokeTokenButton", tr("Re&voke…"), tr("It opens nothing any more"), [this] {
        if (const DoorToken *token = selected())
            m_pane->askRevoke(*token);
    });
    row->addStretch(1);
    column().addWidget(m_buttons);
}

template <class T>
DoorClient::Then<T> DoorGroup::finished(std::function<void(const T &)> then)
{
    return [this, then = std::move(then)](const Result<T> &result) {
        if (result)
            return then(*result);
        const Error &error = result.error();
        m_pane->complain(error.code == ErrorCode::NameTaken ? inOurLanguage(error.detail) : words::problem(error));
    };
}

void DoorGroup::refresh(const QString &select)
{
    m_door.readDoorTokens(this, [this, select](const Result<QList<DoorToken>> &tokens) {
        if (!tokens)
            return m_pane->complain(words::problem(tokens.error()));
        m_model->setTokens(*tokens, SystemClock().now());
        m_stack->setCurrentWidget(tokens->isEmpty() ? static_cast<QWidget *>(m_empty) : m_table);
        if (const int row = m_model->rowOf(select); row >= 0)
            m_table->selectRow(row);
        else if (!tokens->isEmpty())
            m_table->selectRow(0);
        follow();
    });
}

const DoorToken *DoorGroup::selected() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : &m_model->token(rows.first().row());
}

void DoorGroup::follow()
{
    const bool any = selected() != nullptr;
    m_newButton->setVisible(m_model->rowCount() > 0);
    for (QPushButton *button : {m_rotateButton, m_revokeButton}) {
        button->setVisible(m_model->rowCount() > 0);
        button->setEnabled(any);
    }
}

void DoorGroup::save(PlatformClient &)
{
    settle(std::nullopt); // everything was, as it was changed
}

void DoorGroup::focusFirst()
{
    QWidget *first = m_model->rowCount() > 0 ? static_cast<QWidget *>(m_table) : m_addressEdit;
    first->setFocus(Qt::OtherFocusReason);
}

} // namespace callboard
