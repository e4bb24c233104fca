// What the inspector says of the signature of the attempt it shows.
#include "tests/ui/deliverybench.h"
#include "ui/deliveries/signaturewords.h"

#include <QTabWidget>

using namespace callboard;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp kNow{Milliseconds(1'700'000'000'000)};

Attempt attempt(qint64 id, const QByteArray &header = {})
{
    Attempt made;
    made.id = {id};
    made.delivery = {1};
    made.number = int(id);
    made.url = QStringLiteral("https://callback.example/ingest");
    made.requestHead = "POST /ingest HTTP/1.1\r\nHost: callback.example\r\n" + header + "\r\n";
    made.requestBody = "{}";
    return made;
}

struct Bench : fakes::DeliveryBench {
    explicit Bench(SigningScheme scheme, const QList<Attempt> &attempts)
    {
        CallbackTarget target;
        target.id = {1};
        target.name = QStringLiteral("cms-hook");
        target.signing.scheme = scheme;
        source.targetList = {target};
        source.put(fakes::row(1, DeliveryState::Delivered, clock));
        source.details[1].attempts = attempts;
    }

    void inspect()
    {
        start();
        table->selectDelivery(DeliveryId{1});
        child<QTabWidget>("inspectorTabs")->setCurrentIndex(1);
        QTRY_COMPARE(inspector->current(), DeliveryId{1});
    }

    [[nodiscard]] FieldLine *line() const { return child<FieldLine>("signatureLine"); }
};

} // namespace

class TestDeliverySignature : public QObject {
    Q_OBJECT

private slots:
    void eachFindingHasItsWords_data();
    void eachFindingHasItsWords();
    void whatCantBeFoundOutIsSaidOrLeftOut();
    void theLineStandsUnderTheRequestsHead();
    void aTargetThatDoesNotSignIsNotAskedAbout();
    void aSignatureOfBeforeIsAskedAbout();
    void anAnswerAboutAnotherAttemptIsLetGo();
};

void TestDeliverySignature::eachFindingHasItsWords_data()
{
    QTest::addColumn<int>("by");
    QTest::addColumn<QString>("sentence");
    const auto add = [](SignedBy by, const char *sentence) {
        QTest::newRow(sentence) << int(by) << QString::fromUtf8(sentence);
    };
    add(SignedBy::Nobody, "Signature: not signed");
    add(SignedBy::PresentKey, "Signature: made with the present key");
    add(SignedBy::OlderKey, "Signature: made with a key that ends in 3 h");
    add(SignedBy::EndedKey, "Signature: made with a key that is no more (rotated since)");
    add(SignedBy::OtherScheme, "Signature: made in a way that the target no longer uses");
    add(SignedBy::Token, "Signature: static token, not shown");
    add(SignedBy::Unknown, "Signature: can't be checked: the vault is closed");
}

void TestDeliverySignature::eachFindingHasItsWords()
{
    QFETCH(int, by);
    QFETCH(QString, sentence);
    QCOMPARE(signatureLine(SignatureFinding{SignedBy(by), kNow + 3h}, kNow).sentence, sentence);
}

void TestDeliverySignature::whatCantBeFoundOutIsSaidOrLeftOut()
{
    const auto of = [](ErrorCode code) {
        return signatureLine(tl::unexpected(Error{code, QStringLiteral("why")}), kNow).sentence;
    };
    QVERIFY(of(ErrorCode::VaultCorrupt).startsWith(QStringLiteral("Signature: can't be checked. ")));
    QVERIFY(of(ErrorCode::NotFound).isEmpty());
}

void TestDeliverySignature::theLineStandsUnderTheRequestsHead()
{
    Bench bench(SigningScheme::Mux, {attempt(1, "Mux-Signature: t=1,v1=2\r\n")});
    bench.engine.signature = SignatureFinding{SignedBy::PresentKey, {}};
    bench.inspect();
    QTRY_COMPARE(bench.line()->sentence(), QStringLiteral("Signature: made with the present key"));
    QTRY_VERIFY(bench.line()->isVisible());
    QVERIFY(bench.line()->mood() == FieldLine::Mood::Good);
    QVERIFY(bench.engine.checked.contains(AttemptId{1}));
    bench.engine.signature = SignatureFinding{SignedBy::EndedKey, {}};
    emit bench.engine.changed({{}, true, false, false}); // the target was saved with other keys
    QTRY_COMPARE(bench.line()->sentence(),
                 QStringLiteral("Signature: made with a key that is no more (rotated since)"));
}

void TestDeliverySignature::aTargetThatDoesNotSignIsNotAskedAbout()
{
    Bench bench(SigningScheme::None, {attempt(1)});
    bench.inspect();
    QTRY_COMPARE(bench.child<QTabWidget>("inspectorTabs")->tabText(3), QStringLiteral("Attempts 1"));
    QVERIFY(bench.engine.checked.isEmpty());
    QVERIFY(bench.line()->sentence().isEmpty());
}

void TestDeliverySignature::aSignatureOfBeforeIsAskedAbout()
{
    Bench bench(SigningScheme::None, {attempt(1, "webhook-signature: v1,abc\r\n")});
    bench.engine.signature = SignatureFinding{SignedBy::OtherScheme, {}};
    bench.inspect();
    QTRY_COMPARE(bench.line()->sentence(), QStringLiteral("Signature: made in a way that the target no longer uses"));
}

void TestDeliverySignature::anAnswerAboutAnotherAttemptIsLetGo()
{
    Bench bench(SigningScheme::Mux, {attempt(1), attempt(2)});
    bench.engine.signature = SignatureFinding{SignedBy::Token, {}};
    bench.inspect();
    QTRY_COMPARE(bench.line()->sentence(), QStringLiteral("Signature: static token, not shown"));
    QCOMPARE(bench.engine.checked.constLast(), AttemptId{2}); // the newest is what is shown
    bench.inspector->takeSignature({1}, SignatureFinding{SignedBy::PresentKey, {}});
    QCOMPARE(bench.line()->sentence(), QStringLiteral("Signature: static token, not shown"));
}

QTEST_MAIN(TestDeliverySignature)
#include "tst_deliverysignature.moc"
