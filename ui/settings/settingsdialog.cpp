#include "ui/settings/settingsdialog.h"

#include "ui/look/look.h"
#include "ui/look/screenfit.h"
#include "ui/settings/brightcovegroup.h"
#include "ui/settings/doorgroup.h"
#include "ui/settings/historygroup.h"
#include "ui/settings/mailgroup.h"
#include "ui/settings/mailtestpane.h"
#include "ui/settings/platformgroup.h"
#include "ui/settings/searchhead.h"
#include "ui/settings/vaultgroup.h"
#include "ui/settings/windowgroup.h"
#include "ui/settings/zencodergroup.h"
#include "ui/targets/form/fieldgrid.h"
#include "ui/targets/form/fieldline.h"
#include "ui/targets/form/named.h"

#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace callboard {

namespace {

constexpr QSize kSize(720, 640);

// The parts of one tab below each other; scrolls where the window is too low.
QWidget *scrolled(std::initializer_list<QWidget *> parts)
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(look::kMargin, look::kMargin, look::kMargin, look::kMargin);
    column->setSpacing(look::kGroupGap + look::kGap);
    for (QWidget *part : parts) {
        part->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum); // spare height is below them all
        column->addWidget(part);
    }
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    return scroll;
}

} // namespace

SettingsDialog::SettingsDialog(PlatformClient &platform, const WorkspaceSettings &settings, QWidget *parent)
    : EditDialog(parent)
    , m_platform(platform)
    , m_tabs(named(new QTabWidget, "settingsTabs", tr("Settings")))
{
    named(this, "settingsDialog", tr("Settings"));
    setWindowTitle(tr("Settings[*]"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(makeMail(settings.smtp), look::icon(QStringLiteral("mail")), tr("Mail"));
    m_tabs->addTab(makeEncoders(settings), look::icon(QStringLiteral("settings")), tr("Encoders"));
    m_tabs->addTab(makePlatforms(settings), look::icon(QStringLiteral("receiver")), tr("Platforms"));
    m_tabs->addTab(makeHistory(settings.retention), look::icon(QStringLiteral("deliveries")), tr("History"));
    m_search = new SearchHead(*m_tabs);
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_search);
    column->addWidget(m_tabs, 1);
    setBody(body);
    for (SettingsGroup *group : std::as_const(m_groups))
        adopt(group);
    look::resizeWithinScreen(this, kSize);
    connect(m_tabs, &QTabWidget::currentChanged, this, &SettingsDialog::followPage);
    followPage();
    m_groups.first()->focusFirst();
}

// Where everything on the page is kept as it is changed there is nothing to save or to cancel.
void SettingsDialog::followPage()
{
    follow();
    const bool dirty = isDirty();
    auto *cancel = findChild<QPushButton *>(QStringLiteral("cancelButton"));
    cancel->setText(dirty ? tr("Cancel") : tr("Close"));
    cancel->setAccessibleName(cancel->text());
    findChild<QPushButton *>(QStringLiteral("saveButton"))->setVisible(dirty || savesOnPage());
}

bool SettingsDialog::savesOnPage() const
{
    return std::any_of(m_groups.begin(), m_groups.end(), [this](const SettingsGroup *group) {
        return group->isSaved() && m_tabs->currentWidget() && m_tabs->currentWidget()->isAncestorOf(group);
    });
}

void SettingsDialog::adopt(SettingsGroup *group)
{
    connect(group, &SettingsGroup::edited, this, &SettingsDialog::followPage);
    connect(group, &SettingsGroup::saveFinished, this, [this, group](bool saved) { partSaved(group, saved); });
}

void SettingsDialog::offerOwn(const OwnSettings &own)
{
    auto *appearance = new AppearanceGroup(own.appearance, own.language);
    auto *window = new WindowGroup(own.window, own.keepWindow);
    FieldGrid::alignLabels({&appearance->grid(), &window->grid()});
    connect(appearance, &AppearanceGroup::appearanceChosen, this, own.keepAppearance);
    connect(appearance, &AppearanceGroup::languageChosen, this, own.keepLanguage);
    m_groups = QList<SettingsGroup *>{appearance, window} + m_groups;
    adopt(appearance);
    adopt(window);
    m_tabs->insertTab(0, scrolled({appearance, window}), look::icon(QStringLiteral("overview")), tr("General"));
    m_tabs->setCurrentIndex(0);
    m_search->edit()->setFocus(Qt::OtherFocusReason);
}

VaultGroup *SettingsDialog::offerVault(VaultClient &vault, bool inFront)
{
    auto *group = new VaultGroup(vault);
    m_groups.append(group);
    adopt(group);
    const int tab = m_tabs->addTab(scrolled({group}), look::icon(QStringLiteral("unlock")), tr("Vault"));
    if (inFront) {
        m_tabs->setCurrentIndex(tab);
        group->focusFirst();
    }
    return group;
}

void SettingsDialog::offerDoor(DoorClient &door, const QString &url)
{
    auto *group = new DoorGroup(door, url);
    m_groups.append(group);
    adopt(group);
    m_tabs->addTab(scrolled({group}), look::icon(QStringLiteral("lock")), tr("Door"));
}

QWidget *SettingsDialog::makeMail(const SmtpServer &server)
{
    auto *mail = new MailGroup;
    auto *test = new MailTestPane(m_platform);
    FieldGrid::alignLabels({&mail->grid(), &test->grid()});
    m_groups.append(mail);
    const auto tell = [mail, test] { test->setServer(mail->server(), mail->problem()); };
    connect(mail, &SettingsGroup::edited, test, tell);
    mail->load(server);
    return scrolled({mail, test});
}

QWidget *SettingsDialog::makeEncoders(const WorkspaceSettings &settings)
{
    auto *zencoder = new ZencoderGroup;
    auto *brightcove = new BrightcoveGroup;
    FieldGrid::alignLabels({&zencoder->grid(), &brightcove->grid()});
    m_groups.append({zencoder, brightcove});
    connect(zencoder, &SettingsGroup::edited, brightcove,
            [zencoder, brightcove] { brightcove->setDoorUrl(zencoder->settings().relayUrl); });
    brightcove->load(settings.brightcove);
    zencoder->load(settings.zencoder);
    return scrolled({zencoder, brightcove});
}

QWidget *SettingsDialog::makePlatforms(const WorkspaceSettings &settings)
{
    auto *lightFlow = new PlatformGroup(PlatformKind::LightFlow);
    auto *spark = new PlatformGroup(PlatformKind::Spark);
    FieldGrid::alignLabels({&lightFlow->grid(), &spark->grid()});
    m_groups.append({lightFlow, spark});
    lightFlow->load(settings.lightFlow);
    spark->load(settings.spark);
    return scrolled({lightFlow, spark});
}

QWidget *SettingsDialog::makeHistory(const Retention &retention)
{
    auto *history = new HistoryGroup;
    m_groups.append(history);
    history->load(retention);
    return scrolled({history});
}

bool SettingsDialog::isDirty() const
{
    return std::any_of(m_groups.begin(), m_groups.end(), [](const SettingsGroup *group) { return group->isDirty(); });
}

QString SettingsDialog::obstacle() const
{
    for (const SettingsGroup *group : m_groups) {
        if (const QString problem = group->problem(); !problem.isEmpty())
            return tr("%1: %2").arg(group->accessibleName(), problem);
    }
    return {};
}

void SettingsDialog::save()
{
    QList<SettingsGroup *> changed;
    std::copy_if(m_groups.begin(), m_groups.end(), std::back_inserter(changed),
                 [](const SettingsGroup *group) { return group->isDirty(); });
    m_failed = nullptr;
    m_pending = int(changed.size());
    if (changed.isEmpty()) {
        savingEnded();
        return accept();
    }
    for (SettingsGroup *group : std::as_const(changed))
        group->save(m_platform);
}

void SettingsDialog::partSaved(SettingsGroup *group, bool saved)
{
    if (!saved && !m_failed)
        m_failed = group;
    if (--m_pending > 0)
        return;
    savingEnded();
    followPage();
    if (m_failed)
        showPart(m_failed);
    else
        accept();
}

void SettingsDialog::showPart(SettingsGroup *group)
{
    m_search->clear(); // it may hide the part, and bar its page
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        if (m_tabs->widget(tab)->isAncestorOf(group))
            m_tabs->setCurrentIndex(tab);
    }
    group->focusFirst();
}

void SettingsDialog::focusFirst()
{
    const auto shown = std::find_if(m_groups.begin(), m_groups.end(), [this](const SettingsGroup *group) {
        return m_tabs->currentWidget()->isAncestorOf(group);
    });
    (*shown)->focusFirst();
}

} // namespace callboard
