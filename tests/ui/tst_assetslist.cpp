#include "core/payload/assetrequest.h"
#include "tests/payload/samples.h"
#include "ui/assets/assetcompleter.h"
#include "ui/assets/assetdetail.h"
#include "ui/assets/assetlistmodel.h"
#include "ui/assets/assetwords.h"
#include "ui/look/look.h"
#include "ui/look/toneddelegate.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

const Timestamp kNow{Milliseconds(1'704'067'200'000)};

AssetRow row(const QString &id)
{
    AssetRow row;
    row.id = id;
    row.status = QStringLiteral("finished");
    row.at = kNow;
    return row;
}

QString cell(const AssetListModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

MediaAsset movie()
{
    MediaEvent event;
    event.asset = QStringLiteral("6b48fbce-cd10-459c-b397-5673e4bbafaf");
    event.type = info(Trigger::Success).eventType;
    event.trigger = Trigger::Success;
    event.dataContentType = QStringLiteral("application/json");
    event.data = sample(QStringLiteral("lightflow-callback.json"));
    event.receivedAt = kNow - 12s;
    MediaAsset asset;
    asset.id = event.asset;
    asset.project = QStringLiteral("16");
    asset.latest = event;
    return asset;
}

CallbackTarget encoderTarget(const QString &name, const Scope &scope)
{
    CallbackTarget target;
    target.id = {7};
    target.name = name;
    target.url = QStringLiteral("https://%1.example/hook").arg(name);
    target.source = CallbackSource::Encoder;
    target.scope = scope;
    return target;
}

EncoderSettings ready()
{
    EncoderSettings settings;
    settings.apiKey.sealed = QByteArrayLiteral("sealed");
    return settings;
}

} // namespace

class tst_AssetsList : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { look::apply(); }

    void aRowSaysWhatAnAssetIs();
    void aPublishedAssetWithoutEventsSaysSo();
    void aRecordWithoutAnEventIsNotCalledPublished();
    void newDataIsMergedRowByRow();
    void textFromOutsideStaysText();
    void theRecordIsReadInTheZoneOfItsProject();
    void aRecordThatCannotBeReadSaysWhy();
    void onlyCallbacksOfTheEncoderAreHandedOver();
    void secretsAreMaskedInTheHandOff();
    void aHandOffNamesWhatKeepsAJobFromBeingMade();
    void completionFindsNamesAndTypesIds();
};

void tst_AssetsList::aRowSaysWhatAnAssetIs()
{
    AssetListModel model;
    model.setAssets({assetRow(movie())}, kNow);
    QCOMPARE(cell(model, 0, AssetListModel::IdColumn), QStringLiteral("6b48fbce-cd10-459c-b397-5673e4bbafaf"));
    QCOMPARE(cell(model, 0, AssetListModel::NameColumn), QStringLiteral("T1S03"));
    QCOMPARE(cell(model, 0, AssetListModel::StatusColumn), QStringLiteral("Finished"));
    QCOMPARE(cell(model, 0, AssetListModel::ProjectColumn), QStringLiteral("16"));
    QCOMPARE(cell(model, 0, AssetListModel::EventColumn), QStringLiteral("published"));
    QCOMPARE(cell(model, 0, AssetListModel::WhenColumn), QStringLiteral("12 s ago"));
    const QModelIndex status = model.index(0, AssetListModel::StatusColumn);
    QCOMPARE(status.data(TonedDelegate::ToneRole).toInt(), int(look::Tone::Delivered));
    QVERIFY(status.data(TonedDelegate::ToneIconRole).toBool());
    model.refreshTimes(kNow + 2min);
    QCOMPARE(cell(model, 0, AssetListModel::WhenColumn), QStringLiteral("2 min ago"));
}

void tst_AssetsList::aPublishedAssetWithoutEventsSaysSo()
{
    MediaAsset asset;
    asset.id = QStringLiteral("new");
    asset.published = true;
    asset.contentType = QStringLiteral("application/json");
    asset.record = QByteArrayLiteral("{\"inputUrl\":\"http://someserver.com/VideoSample.mp4\"}");
    asset.createdAt = kNow - 5s;
    AssetListModel model;
    model.setAssets({assetRow(asset)}, kNow);
    QCOMPARE(cell(model, 0, AssetListModel::NameColumn), QStringLiteral("VideoSample.mp4"));
    QCOMPARE(cell(model, 0, AssetListModel::EventColumn), QStringLiteral("–"));
    QCOMPARE(cell(model, 0, AssetListModel::WhenColumn), QStringLiteral("5 s ago"));
    QVERIFY(model.index(0, AssetListModel::WhenColumn)
                .data(Qt::ToolTipRole)
                .toString()
                .startsWith(QStringLiteral("Published ")));
}

void tst_AssetsList::aRecordWithoutAnEventIsNotCalledPublished()
{
    MediaAsset asset = movie();
    asset.latest->type = kRecordEventType;
    QCOMPARE(assetRow(asset).lastEvent, QStringLiteral("record seen"));
}

void tst_AssetsList::newDataIsMergedRowByRow()
{
    AssetListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const AssetRow a = row(QStringLiteral("a"));
    const AssetRow b = row(QStringLiteral("b"));
    const AssetRow c = row(QStringLiteral("c"));
    const AssetRow d = row(QStringLiteral("d"));
    model.setAssets({a, b, c}, kNow);
    const QPersistentModelIndex held = model.index(2, 0);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setAssets({d, c, a}, kNow);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(cell(model, 0, 0), QStringLiteral("d"));
    QCOMPARE(cell(model, 1, 0), QStringLiteral("c"));
    QCOMPARE(cell(model, 2, 0), QStringLiteral("a"));
    QCOMPARE(held.row(), 1);
    QCOMPARE(resets.count(), 0);
    model.setAssets({}, kNow);
    QCOMPARE(model.rowCount(), 0);
}

void tst_AssetsList::textFromOutsideStaysText()
{
    QCOMPARE(assetwords::shown(QStringLiteral("two\nlines")), QStringLiteral("two lines"));
    QCOMPARE(assetwords::shown(QStringLiteral("a\u202Eb")), QStringLiteral("a‹U+202E›b"));
    const QString tip = assetwords::wholeTip(QStringLiteral("<img src='file:///etc/passwd'>"));
    QVERIFY(tip.contains(QStringLiteral("&lt;img")));
    QVERIFY(!tip.contains(QStringLiteral("<img")));
}

void tst_AssetsList::theRecordIsReadInTheZoneOfItsProject()
{
    MediaAsset asset = movie();
    asset.latest->dataContentType = QStringLiteral("application/xml");
    asset.latest->data = sample(QStringLiteral("spark-media-callback-as-printed.xml"));
    Project project;
    project.id = QStringLiteral("16");
    project.zone = QStringLiteral("America/Toronto");
    const AssetDetail detail = assetDetail(asset, {{}, {project}, {}, {}});
    QCOMPARE(detail.zone, QStringLiteral("America/Toronto"));
    QCOMPARE(detail.warnings.size(), 1); // the stray “i” of the document
    QCOMPARE(detail.fields.first().name, QByteArrayLiteral("id"));
    const auto date = std::find_if(detail.fields.begin(), detail.fields.end(),
                                   [](const ReadableField &field) { return field.name == "date"; });
    QVERIFY(date != detail.fields.end());
    QVERIFY(date->meaning.contains(QStringLiteral("America/Toronto")));
}

void tst_AssetsList::aRecordThatCannotBeReadSaysWhy()
{
    MediaAsset asset = movie();
    asset.latest->data = QByteArrayLiteral("{\"uuid\": ");
    const AssetDetail detail = assetDetail(asset, {});
    QVERIFY(detail.fields.isEmpty());
    QVERIFY(!detail.recordProblem.isEmpty());
}

void tst_AssetsList::onlyCallbacksOfTheEncoderAreHandedOver()
{
    CallbackTarget ours = encoderTarget(QStringLiteral("ours"), {});
    ours.source = CallbackSource::LightFlow;
    CallbackTarget off = encoderTarget(QStringLiteral("off"), {});
    off.state = TargetState::Disabled;
    const QList<CallbackTarget> targets{
        ours,
        off,
        encoderTarget(QStringLiteral("general"), {}),
        encoderTarget(QStringLiteral("own"), {ScopeKind::Asset, movie().id}),
        encoderTarget(QStringLiteral("project"), {ScopeKind::Project, QStringLiteral("16")}),
        encoderTarget(QStringLiteral("other"), {ScopeKind::Asset, QStringLiteral("another")}),
    };
    const EncoderHandOff handOff = encoderHandOff(movie(), targets, ready());
    for (const char *named : {"general.example", "own.example", "project.example"})
        QVERIFY2(handOff.settings.contains(named), named);
    for (const char *left : {"ours.example", "off.example", "other.example"})
        QVERIFY2(!handOff.settings.contains(left), left);
    QCOMPARE(handOff.obstacle, QString());
}

void tst_AssetsList::secretsAreMaskedInTheHandOff()
{
    CallbackTarget target = encoderTarget(QStringLiteral("cms"), {});
    target.headers = {{QStringLiteral("Authorization"), QStringLiteral("Bearer typed"), {}, true, true},
                      {QStringLiteral("X-Plain"), QStringLiteral("seen"), {}, false, true},
                      {QStringLiteral("X-Off"), QStringLiteral("unseen"), {}, false, false}};
    const EncoderHandOff handOff = encoderHandOff(movie(), {target}, ready());
    QVERIFY(handOff.settings.contains(kMask.toUtf8()) || handOff.settings.contains("\\u2022"));
    QVERIFY(!handOff.settings.contains("typed"));
    QVERIFY(handOff.settings.contains("seen"));
    QVERIFY(!handOff.settings.contains("unseen"));
}

void tst_AssetsList::aHandOffNamesWhatKeepsAJobFromBeingMade()
{
    const EncoderHandOff none = encoderHandOff(movie(), {}, ready());
    QVERIFY(none.settings.isEmpty());
    QVERIFY(!none.obstacle.isEmpty());
    const EncoderHandOff keyless = encoderHandOff(movie(), {encoderTarget(QStringLiteral("cms"), {})}, {});
    QVERIFY(keyless.obstacle.contains(QStringLiteral("API key")));
    CallbackTarget put = encoderTarget(QStringLiteral("cms"), {});
    put.method = Method::Put;
    const EncoderHandOff blocked = encoderHandOff(movie(), {put}, ready());
    QVERIFY(std::any_of(blocked.problems.begin(), blocked.problems.end(),
                        [](const HandOffProblem &problem) { return problem.blocking && problem.relayHelps; }));
    QVERIFY(!blocked.obstacle.isEmpty());
    MediaAsset inputless = movie();
    inputless.latest->data = QByteArrayLiteral(R"({"uuid":"6b48fbce-cd10-459c-b397-5673e4bbafaf"})");
    const EncoderHandOff unplaced = encoderHandOff(inputless, {encoderTarget(QStringLiteral("cms"), {})}, ready());
    QVERIFY(!unplaced.obstacle.isEmpty());
}

void tst_AssetsList::completionFindsNamesAndTypesIds()
{
    AssetCompleter completer;
    AssetRow named = row(QStringLiteral("6b48"));
    named.name = QStringLiteral("T1S03");
    completer.setAssets({row(QStringLiteral("556114")), named});
    completer.setCompletionPrefix(QStringLiteral("t1s"));
    QCOMPARE(completer.completionCount(), 1);
    QCOMPARE(completer.currentCompletion(), QStringLiteral("6b48"));
    completer.setCompletionPrefix(QStringLiteral("611"));
    QCOMPARE(completer.currentCompletion(), QStringLiteral("556114"));
}

QTEST_MAIN(tst_AssetsList)
#include "tst_assetslist.moc"
