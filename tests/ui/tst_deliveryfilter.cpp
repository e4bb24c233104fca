// The filter's line and what stands around it: one filter with several views, undone as a whole, marked where it is not
// understood, completed, remembered, named; and the search through payloads that it starts.
#include "tests/ui/deliverybench.h"
#include "ui/deliveries/filter/filterfield.h"
#include "ui/deliveries/filter/filtermenu.h"
#include "ui/deliveries/filterbar.h"
#include "ui/deliveries/list/filterchip.h"
#include "ui/deliveries/list/searchline.h"
#include "ui/look/look.h"
#include "ui/targets/form/fieldline.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

using namespace callboard;
using S = DeliveryState;

class TestDeliveryFilter : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }
    void init();
    void cleanup() { m_bench.reset(); }
    void textAndChoicesAreOneFilter();
    void whatWasChosenIsUndoneAndRedone();
    void whatIsNotUnderstoodIsMarkedAndTheListKeepsItsFilter();
    void whatIsStillTypedIsHelpedWith();
    void keysAndValuesAreProposed_data();
    void keysAndValuesAreProposed();
    void aProposalIsTakenByKeyboard();
    void upAndDownGoThroughWhatWasUsed();
    void aFilterGetsANameAndIsDeletedWithUndo();
    void theShelfIsKept();
    void allPayloadsAreSearchedInSteps();
    void aSearchIsStoppedAndGoesOn();

private:
    void type(const QString &text);
    void name(const QString &name);
    [[nodiscard]] QAction *menuAction(const QString &text) const;
    [[nodiscard]] FilterBar *bar() const { return m_bench->page->findChild<FilterBar *>(); }
    [[nodiscard]] FilterField *field() const { return m_bench->child<FilterField>("filterEdit"); }
    [[nodiscard]] FieldLine *problem() const { return m_bench->child<FieldLine>("filterProblemLine"); }
    [[nodiscard]] int rows() const { return m_bench->table->model()->rowCount(); }

    std::unique_ptr<fakes::DeliveryBench> m_bench;
};

void TestDeliveryFilter::init()
{
    m_bench = std::make_unique<fakes::DeliveryBench>();
    for (int id = 1; id <= 35; ++id)
        m_bench->source.put(fakes::row(id, id % 5 == 0 ? S::Failed : S::Delivered, m_bench->clock));
    CallbackTarget target;
    target.id = TargetId{1};
    target.name = QStringLiteral("cms-hook");
    m_bench->source.targetList = {target};
    m_bench->start();
}

void TestDeliveryFilter::type(const QString &text)
{
    field()->setFocus();
    field()->selectAll();
    QTest::keyClicks(field(), text);
}

void TestDeliveryFilter::textAndChoicesAreOneFilter()
{
    type(QStringLiteral("state:failed target:cms-hook asset-1"));
    QTRY_COMPARE(rows(), 2); // 10, 15
    QCOMPARE(m_bench->child<QPushButton>("stateFilterButton")->text(), QStringLiteral("Failed"));
    QCOMPARE(m_bench->child<QComboBox>("targetFilterCombo")->currentText(), QStringLiteral("cms-hook"));
    auto *marked = m_bench->child<QToolButton>("markedFilterButton");
    marked->click();
    QCOMPARE(field()->text(), QStringLiteral("marked state:failed target:cms-hook asset-1"));
    QTRY_COMPARE(rows(), 0);
    marked->click();
    m_bench->child<QMenu>("stateFilterMenu")->actions().at(5)->trigger(); // delivered as well
    QCOMPARE(field()->text(), QStringLiteral("state:delivered,failed target:cms-hook asset-1"));
    QTRY_COMPARE(rows(), 11);
    DeliveryFilter filter;
    filter.asset = QStringLiteral("asset-7");
    m_bench->page->setFilter(filter);
    QCOMPARE(field()->text(), QStringLiteral("asset:asset-7"));
    QVERIFY(m_bench->child<FilterChip>("assetFilterChip")->isVisible());
    QTRY_COMPARE(rows(), 1);
    m_bench->child<QToolButton>("clearFilterButton")->click();
    QVERIFY(field()->text().isEmpty() && bar()->isEmpty());
}

void TestDeliveryFilter::whatWasChosenIsUndoneAndRedone()
{
    auto *states = m_bench->child<QMenu>("stateFilterMenu");
    states->actions().at(6)->trigger();
    m_bench->child<QToolButton>("markedFilterButton")->click();
    QCOMPARE(field()->text(), QStringLiteral("marked state:failed"));
    auto *button = m_bench->child<QPushButton>("stateFilterButton");
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(field()->text(), QStringLiteral("state:failed"));
    QVERIFY(!m_bench->child<QToolButton>("markedFilterButton")->isChecked());
    QTest::keyClick(button, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(field()->text().isEmpty());
    QVERIFY(!states->actions().at(6)->isChecked());
    QTest::keyClick(button, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(field()->text(), QStringLiteral("state:failed"));
    QTRY_COMPARE(rows(), 7);
}

void TestDeliveryFilter::whatIsNotUnderstoodIsMarkedAndTheListKeepsItsFilter()
{
    type(QStringLiteral("state:failed"));
    QTRY_COMPARE(rows(), 7);
    const QImage fine = field()->grab().toImage();
    type(QStringLiteral("state:lost x"));
    QTRY_VERIFY(problem()->isVisible());
    QCOMPARE(problem()->mood(), FieldLine::Mood::Problem);
    QVERIFY(problem()->sentence().contains(QStringLiteral("lost")));
    QVERIFY(problem()->sentence().contains(QStringLiteral("retrying")));
    QVERIFY2(field()->grab().toImage().pixelColor(field()->width() / 2, field()->height() - 1)
                 != fine.pixelColor(field()->width() / 2, field()->height() - 1),
             "the field is underlined");
    QCOMPARE(rows(), 7);
    QVERIFY(bar()->filter().states == (QList<S>{S::Failed}));
    type(QStringLiteral("state:failed"));
    QTRY_VERIFY(!problem()->isVisible());
}

void TestDeliveryFilter::whatIsStillTypedIsHelpedWith()
{
    type(QStringLiteral("state:fai"));
    QTRY_VERIFY(problem()->isVisible());
    QCOMPARE(problem()->mood(), FieldLine::Mood::Hint);
    QCOMPARE(rows(), 35);
}

void TestDeliveryFilter::keysAndValuesAreProposed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("from");
    QTest::addColumn<QStringList>("words");
    const auto words = [](const char *list) { return QString::fromLatin1(list).split(u'|', Qt::SkipEmptyParts); };
    QTest::newRow("nothing typed") << QString() << 0 << QStringList();
    QTest::newRow("a key") << QStringLiteral("x st") << 2 << words("state:");
    QTest::newRow("its values") << QStringLiteral("state:f") << 6 << words("failed");
    QTest::newRow("the next of them") << QStringLiteral("state:failed,he") << 13 << words("held");
    QTest::newRow("behind a minus") << QStringLiteral("-cod") << 1 << words("code:");
    QTest::newRow("a name with a blank") << QStringLiteral("target:ma") << 7 << words("\"main site\"");
    QTest::newRow("in an open quote") << QStringLiteral("target:\"main s") << 7 << words("\"main site\"");
    QTest::newRow("a cause in sight") << QStringLiteral("cause:h") << 6 << words("http-503");
    QTest::newRow("free text in quotes") << QStringLiteral("\"st") << 0 << QStringList();
    QTest::newRow("what is whole already") << QStringLiteral("state:failed") << 6 << QStringList();
}

void TestDeliveryFilter::keysAndValuesAreProposed()
{
    QFETCH(QString, text);
    QFETCH(int, from);
    QFETCH(QStringList, words);
    const FilterTargets targets{{TargetId{1}, QStringLiteral("cms")}, {TargetId{2}, QStringLiteral("main site")}};
    const FilterCompletion found = completeFilter(text, text.size(), targets, {QStringLiteral("http-503")});
    QCOMPARE(found.words, words);
    if (!words.isEmpty())
        QCOMPARE(int(found.from), from);
}

void TestDeliveryFilter::aProposalIsTakenByKeyboard()
{
    field()->setFocus();
    QTest::keyClicks(field(), QStringLiteral("sta"));
    QTRY_VERIFY(QApplication::activePopupWidget());
    auto *popup = qobject_cast<QAbstractItemView *>(QApplication::activePopupWidget());
    QVERIFY(popup);
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QCOMPARE(field()->text(), QStringLiteral("state:"));
    QTRY_VERIFY(popup->isVisible()); // its values
    QTest::keyClick(popup, Qt::Key_Up);
    QTest::keyClick(popup, Qt::Key_Return);
    QCOMPARE(field()->text(), QStringLiteral("state:cancelled "));
    QSignalSpy left(bar(), &FilterBar::leaveRequested);
    QTest::keyClick(field(), Qt::Key_Return);
    QCOMPARE(left.size(), 1);
    QTRY_COMPARE(rows(), 0);
}

void TestDeliveryFilter::upAndDownGoThroughWhatWasUsed()
{
    for (const char *text : {"state:failed", "asset-3"}) {
        type(QString::fromLatin1(text));
        QTest::keyClick(field(), Qt::Key_Return);
    }
    type(QStringLiteral("half"));
    QTest::keyClick(field(), Qt::Key_Up);
    QCOMPARE(field()->text(), QStringLiteral("asset-3"));
    QTest::keyClick(field(), Qt::Key_Up);
    QCOMPARE(field()->text(), QStringLiteral("state:failed"));
    QTRY_COMPARE(rows(), 7);
    QTest::keyClick(field(), Qt::Key_Down);
    QTest::keyClick(field(), Qt::Key_Down);
    QCOMPARE(field()->text(), QStringLiteral("half"));
    QTest::keyClick(field(), Qt::Key_Down);
    QVERIFY2(m_bench->table->hasFocus(), "below what is newest there is the list");
}

QAction *TestDeliveryFilter::menuAction(const QString &text) const
{
    auto *menu = m_bench->child<QMenu>("filterMenu");
    emit menu->aboutToShow();
    for (QAction *action : menu->findChildren<QAction *>()) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

void TestDeliveryFilter::name(const QString &name)
{
    auto *dialog = m_bench->child<QInputDialog>("filterNameDialog");
    QVERIFY(dialog);
    dialog->setTextValue(name);
    dialog->accept();
}

void TestDeliveryFilter::aFilterGetsANameAndIsDeletedWithUndo()
{
    QVERIFY2(!menuAction(QStringLiteral("Save this filter as…"))->isEnabled(), "there is none");
    bar()->setText(QStringLiteral("state:failed"));
    QSignalSpy kept(m_bench->page, &DeliveriesPage::keepRequested);
    menuAction(QStringLiteral("Save this filter as…"))->trigger();
    name(QStringLiteral("Needs me"));
    QCOMPARE(kept.size(), 1);
    bar()->clear();
    menuAction(QStringLiteral("Needs me"))->trigger();
    QCOMPARE(bar()->text(), QStringLiteral("state:failed"));
    menuAction(QStringLiteral("Needs me…"))->trigger();
    QTRY_COMPARE(m_bench->window.findChildren<QInputDialog *>().size(), 1);
    name(QStringLiteral("Failed & more"));
    QCOMPARE(bar()->filters().shelf().named,
             (QList<NamedFilter>{{QStringLiteral("Failed & more"), QStringLiteral("state:failed")}}));
    auto *menu = m_bench->child<QMenu>("filterMenu");
    emit menu->aboutToShow();
    for (QMenu *sub : menu->findChildren<QMenu *>()) {
        if (sub->title() == QStringLiteral("Delete"))
            sub->actions().constFirst()->trigger();
    }
    QVERIFY(bar()->filters().shelf().named.isEmpty());
    QVERIFY(m_bench->messages->text().contains(QStringLiteral("Failed & more")));
    m_bench->child<QPushButton>("messageActionButton")->click();
    QCOMPARE(bar()->filters().shelf().textOf(QStringLiteral("failed & MORE")), QStringLiteral("state:failed"));
}

void TestDeliveryFilter::theShelfIsKept()
{
    FilterShelf shelf;
    for (int i = 0; i < 25; ++i)
        shelf.use(QStringLiteral("asset-%1").arg(i));
    shelf.use(QStringLiteral(" asset-10 "));
    QCOMPARE(shelf.recent.size(), FilterShelf::kMostRecent);
    QCOMPARE(shelf.recent.first(2), (QStringList{QStringLiteral("asset-10"), QStringLiteral("asset-24")}));
    shelf.keep({QStringLiteral("b, \"c\""), QStringLiteral("state:failed,held \"x, y\"")});
    shelf.keep({QStringLiteral("A"), QStringLiteral("marked")});
    const QTemporaryDir directory;
    QSettings settings(directory.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    shelf.write(settings);
    settings.sync();
    QSettings again(settings.fileName(), QSettings::IniFormat);
    FilterShelf read;
    read.read(again);
    QVERIFY(read == shelf);
    QCOMPARE(read.named.constFirst().name, QStringLiteral("A"));
    m_bench->page->restoreLayout(again);
    QVERIFY(bar()->filters().shelf() == shelf);
}

void TestDeliveryFilter::allPayloadsAreSearchedInSteps()
{
    type(QStringLiteral("state:delivered"));
    QTRY_COMPARE(rows(), 28);
    m_bench->table->setFocus();
    QTest::keyClick(m_bench->table, Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(field()->text(), QStringLiteral("body~\"\" state:delivered"));
    QVERIFY(field()->hasFocus());
    QTest::keyClicks(field(), QStringLiteral("asset-3"));
    auto *line = m_bench->child<SearchLine>("searchLine");
    QTRY_VERIFY(line->isVisible());
    auto *label = m_bench->child<QLabel>("searchLabel");
    QTRY_COMPARE(label->text(), QStringLiteral("Looked into all 28 deliveries: 5 found.")); // 3, 31, 32, 33, 34
    QCOMPARE(rows(), 5);
    QCOMPARE(m_bench->source.scansAsked, 3);
    bar()->clear();
    QTRY_COMPARE(rows(), 35);
    QVERIFY(!line->isVisible());
}

void TestDeliveryFilter::aSearchIsStoppedAndGoesOn()
{
    bar()->setText(QStringLiteral("body~asset"));
    auto *button = m_bench->child<QToolButton>("searchButton");
    QCOMPARE(button->text(), QStringLiteral("Stop"));
    button->click();
    QTRY_COMPARE(rows(), 10); // the step that was under way
    auto *label = m_bench->child<QLabel>("searchLabel");
    QTRY_COMPARE(label->text(), QStringLiteral("Stopped after 10 of 35 deliveries: 10 found."));
    QCOMPARE(m_bench->source.scansAsked, 1);
    QCOMPARE(button->text(), QStringLiteral("Go on"));
    button->click();
    QTRY_COMPARE(rows(), 35);
    QCOMPARE(label->text(), QStringLiteral("Looked into all 35 deliveries: 35 found."));
}

QTEST_MAIN(TestDeliveryFilter)
#include "tst_deliveryfilter.moc"
