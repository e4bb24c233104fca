#include "core/domain/header.h"
#include "core/security/secretfilter.h"

#include <QRandomGenerator>
#include <QTest>
#include <QUrl>

using namespace callboard;

// What comes back from somebody who repeats what he was told.
class tst_SecretFilter : public QObject {
    Q_OBJECT

private slots:
    void hidesEverySpelling_data();
    void hidesEverySpelling();
    void hidesBase64WhateverStandsAroundIt();
    void leavesWhatIsNoSecret_data();
    void leavesWhatIsNoSecret();
    void shortSecretsVanishFromHeadsAlone();
    void whatIsCutOffAmidASecretIsHidden_data();
    void whatIsCutOffAmidASecretIsHidden();
    void secretsThatOverlapAreHiddenWhole();
    void spellingsOfOneSecretCountOnce();
    void hidesASecretInWords_data();
    void hidesASecretInWords();
    void nothingOfASecretIsLeftInRandomSurroundings();
    void aLargeBodyWithManySecrets_data();
    void aLargeBodyWithManySecrets();

private:
    static QByteArray hidden(const QByteArray &text, const QList<SecretSpellings> &secrets, bool cut = false,
                             SecretFilter::Place place = SecretFilter::Place::Body)
    {
        QSet<int> found;
        return SecretFilter(secrets).hide(text, place, cut, found);
    }
};

void tst_SecretFilter::hidesEverySpelling_data()
{
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("shown");
    const auto row = [](const char *name, const char *secret, const QByteArray &text, const QByteArray &shown) {
        QTest::newRow(name) << QString::fromUtf8(secret) << text << shown;
    };
    const QByteArray mask = kMask.toUtf8();
    row("as it is", "s3cret/k+y", "got s3cret/k+y here", "got " + mask + " here");
    row("twice, side by side", "s3cretkey", "s3cretkeys3cretkey.", mask + mask + ".");
    row("at the beginning and end", "s3cretkey", "s3cretkey", mask);
    row("percent-encoded", "s3cret/k+y", "a=s3cret%2Fk%2By&b", "a=" + mask + "&b");
    row("percent-encoded, lower case", "s3cret/k+y", "a=s3cret%2fk%2by", "a=" + mask);
    row("percent-encoded in part", "s3cret/k+y", "a=s3%63ret/k%2By", "a=" + mask);
    row("percent-encoded, of another alphabet", "geheimnüß", "a=geheimn%C3%BC%C3%9f;", "a=" + mask + ";");
    row("with + for a space", "open sesame", "q=open+sesame&x", "q=" + mask + "&x");
    row("with a per cent sign of its own", "50%25secret", "x 50%25secret y", "x " + mask + " y");
    row("JSON", R"(s3"cret\key/9)", R"({"a":"s3\"cret\\key\/9","b":1})", R"({"a":")" + mask + R"(","b":1})");
    row("JSON by number", "s3cret+key", R"(["s3cret\u002Bk\u0065y"])", R"([")" + mask + R"("])");
    row("JSON, two units", "s3cret🔑", R"(["s3cret\ud83d\udd11"])", R"([")" + mask + R"("])");
    row("HTML", "a&b<c>d\"e'f", "<b>a&amp;b&lt;c&gt;d&quot;e&#39;f</b>", "<b>" + mask + "</b>");
    row("HTML by hexadecimal number", "s3cret/key=", "<b>s3cret&#x2F;key&#x3D;</b>", "<b>" + mask + "</b>");
    row("base64", "s3cretkey", "x " + QByteArray("s3cretkey").toBase64() + " y", "x " + mask + " y");
    row("base64 with filling", "s3cret/key", "x czNjcmV0L2tleQ== y", "x " + mask + "== y");
    row("base64 for addresses", "~~~s3cret???",
        "x " + QByteArray("~~~s3cret???").toBase64(QByteArray::Base64UrlEncoding) + " y", "x " + mask + " y");
    row("between bytes that are no text", "s3cretkey", QByteArray("\xff\0s3cretkey\xfe", 12),
        "\xff" + QByteArray(1, '\0') + mask + "\xfe");
}

void tst_SecretFilter::hidesEverySpelling()
{
    QFETCH(QString, secret);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, shown);
    QCOMPARE(hidden(text, {{secret}}), shown);
}

// The name before a password, in the header of Basic: the three ways in which it falls on the groups of three bytes.
void tst_SecretFilter::hidesBase64WhateverStandsAroundIt()
{
    const QByteArray secret = "s3cret/k+y?";
    for (int before = 0; before < 7; ++before) {
        for (int after = 0; after < 4; ++after) {
            const QByteArray whole = QByteArray(before, 'u') + secret + QByteArray(after, 'z');
            const QByteArray shown = hidden("Basic " + whole.toBase64() + ";", {{QString::fromUtf8(secret)}});
            QVERIFY2(shown.contains(kMask.toUtf8()), shown.constData());
            // What is left decodes to nothing of it, wherever one begins to read.
            for (const QByteArray &part : shown.mid(6).replace(';', "").split(kMask.toUtf8().at(0))) {
                for (int from = 0; from < 4; ++from) {
                    const QByteArray plain = QByteArray::fromBase64(part.mid(from));
                    for (qsizetype at = 0; at + 2 <= secret.size(); ++at)
                        QVERIFY2(!plain.contains(secret.mid(at, 2)), whole.constData());
                }
            }
        }
    }
}

void tst_SecretFilter::leavesWhatIsNoSecret_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("another case") << QByteArray("S3CRETKEY s3cretkeY");
    QTest::newRow("a part") << QByteArray("s3cretke s3cretk");
    QTest::newRow("escapes that are none") << QByteArray("100 % %zz \\x \\u12 &nope; &#; &#xzz; & %");
    QTest::newRow("escapes without end") << QByteArray("{\"a\":\"\\u00");
    QTest::newRow("JSON") << QByteArray(R"({"ok":true,"path":"a\/b","text":"\u00e9\n"})");
    QTest::newRow("a page") << QByteArray("<p>Tom &amp; Jerry &copy; 50%25</p>");
}

void tst_SecretFilter::leavesWhatIsNoSecret()
{
    QFETCH(QByteArray, text);
    QCOMPARE(hidden(text, {{QStringLiteral("s3cretkey")}}), text);
    QCOMPARE(hidden(text, {}), text);
    QCOMPARE(hidden(text, {{QString()}, {QStringLiteral("%")}, {QStringLiteral("abc")}}), text);
}

void tst_SecretFilter::shortSecretsVanishFromHeadsAlone()
{
    const QList<SecretSpellings> secrets{{QStringLiteral("12345")}, {QStringLiteral("abc")}};
    const QByteArray text = "x-echo: 12345 abc";
    QCOMPARE(hidden(text, secrets), text);
    QCOMPARE(hidden(text, secrets, false, SecretFilter::Place::Head), "x-echo: " + kMask.toUtf8() + " abc");
    QCOMPARE(SecretFilter(secrets).hide(QStringLiteral("It said 12345."), false),
             QStringLiteral("It said %1.").arg(kMask));
}

void tst_SecretFilter::whatIsCutOffAmidASecretIsHidden_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("shown");
    const QByteArray mask = kMask.toUtf8();
    QTest::newRow("all but one") << QByteArray("you said s3cret/ke") << "you said " + mask;
    QTest::newRow("four") << QByteArray("you said s3cr") << "you said " + mask;
    QTest::newRow("three tell nothing") << QByteArray("you said s3c") << QByteArray("you said s3c");
    QTest::newRow("escaped") << QByteArray("a=s3cret%2Fk") << "a=" + mask;
    QTest::newRow("amid the escape") << QByteArray("a=s3cret%2") << "a=" + mask;
    QTest::newRow("amid JSON's escape") << QByteArray(R"({"a":"s3cret\u00)") << R"({"a":")" + mask;
    QTest::newRow("base64") << QByteArray("czNjcmV0L2") << mask;
    QTest::newRow("whole, and then its beginning") << QByteArray("s3cret/key s3cret") << mask + " " + mask;
}

void tst_SecretFilter::whatIsCutOffAmidASecretIsHidden()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, shown);
    QCOMPARE(hidden(text, {{QStringLiteral("s3cret/key")}}, true), shown);
}

void tst_SecretFilter::secretsThatOverlapAreHiddenWhole()
{
    const QByteArray mask = kMask.toUtf8();
    QCOMPARE(hidden("<abcd12345678>", {{QStringLiteral("abcd12")}, {QStringLiteral("12345678")}}), "<" + mask + ">");
    QCOMPARE(hidden("<abcd12345678>", {{QStringLiteral("12345678")}, {QStringLiteral("abcd12345")}}), "<" + mask + ">");
    QCOMPARE(hidden("<prefix-and-more>", {{QStringLiteral("prefix")}, {QStringLiteral("prefix-and-more")}}),
             "<" + mask + ">");
}

void tst_SecretFilter::spellingsOfOneSecretCountOnce()
{
    const SecretFilter filter(
        {{QStringLiteral("Bearer s3cretkey"), QStringLiteral("s3cretkey")}, {QStringLiteral("0therkey")}});
    QSet<int> found;
    const QByteArray shown = filter.hide("Bearer s3cretkey, s3cretkey", SecretFilter::Place::Body, false, found);
    QCOMPARE(shown, kMask.toUtf8() + ", " + kMask.toUtf8());
    QCOMPARE(found, QSet<int>{0});
    (void)filter.hide("0therkey s3cretkey", SecretFilter::Place::Body, false, found);
    QCOMPARE(found.size(), 2);
}

void tst_SecretFilter::nothingOfASecretIsLeftInRandomSurroundings()
{
    QRandomGenerator random(7);
    const QByteArray alphabet = "ab%\\&\"/+u0=2 \n";
    const auto text = [&](int size) {
        QByteArray bytes;
        for (int i = 0; i < size; ++i)
            bytes += alphabet[random.bounded(int(alphabet.size()))];
        return bytes;
    };
    for (int round = 0; round < 3000; ++round) {
        const QByteArray secret = 'k' + text(6 + random.bounded(10)) + 'k';
        const QByteArray percent = QUrl::toPercentEncoding(QString::fromUtf8(secret));
        const QByteArray body = text(random.bounded(40)) + secret + text(random.bounded(40)) + percent
            + text(random.bounded(40));
        const QByteArray shown = hidden(body, {{QString::fromUtf8(secret)}});
        QVERIFY2(!shown.contains(secret) && !shown.contains(percent), body.constData());
        QCOMPARE(hidden(shown, {{QString::fromUtf8(secret)}}), shown);
    }
}

void tst_SecretFilter::aLargeBodyWithManySecrets_data()
{
    QTest::addColumn<QByteArray>("unit");
    QTest::newRow("text") << QByteArray("The quick brown fox jumps over the lazy dog, 1234567890 times. ");
    QTest::newRow("JSON") << QByteArray(R"({"id":4711,"path":"\/media\/a.mp4","title":"\u00c4 \"quoted\" 100 %"},)");
    QTest::newRow("beginnings") << QByteArray("sk_live_51Habcdefghijklm");
    QTest::newRow("base64") << QByteArray("VGhlIHF1aWNrIGJyb3duIGZveCBqdW1wcyBvdmVyIHRoZSBsYXp5IGRvZw");
}

void tst_SecretFilter::aLargeBodyWithManySecrets()
{
    QFETCH(QByteArray, unit);
    QList<SecretSpellings> secrets;
    for (int i = 0; i < 8; ++i)
        secrets.append({QStringLiteral("Bearer sk_live_51Habcdefghijklmnopqrstuvwx%1").arg(i),
                        QStringLiteral("sk_live_51Habcdefghijklmnopqrstuvwx%1").arg(i)});
    const SecretFilter filter(secrets);
    const QByteArray body = unit.repeated(256 * 1024 / unit.size());
    QByteArray shown;
    QBENCHMARK
    {
        QSet<int> found;
        shown = filter.hide(body, SecretFilter::Place::Body, true, found);
    }
    if (unit.startsWith("sk_live"))
        QVERIFY(shown.endsWith(kMask.toUtf8())); // it was cut amid one
    else
        QCOMPARE(shown, body);
}

void tst_SecretFilter::hidesASecretInWords_data()
{
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("hidden");
    const auto row = [](const char *name, const char *secret, const char *text, const char *hidden) {
        QTest::newRow(name) << QString::fromUtf8(secret) << QString::fromUtf8(text) << QString::fromUtf8(hidden);
    };
    row("no text", "canary", "", "");
    row("not in it", "canary", "No such file", "No such file");
    row("as it is, twice", "canary", "canary: no access for “canary”.", "•••: no access for “•••”.");
    row("in a longer word", "canary", "APIKEY=canary2", "APIKEY=•••2");
    row("in another case it is another", "canary", "CANARY", "CANARY");
    row("percent-encoded", "a/b c", "?APIKEY=a%2Fb%20c&x=1", "?APIKEY=•••&x=1");
    row("in lower case", "a/b c", "a%2fb%20c", "•••");
    row("in part", "a/b c", "a/b%20c", "•••");
    row("as a form", "a/b c", "a%2Fb+c", "•••");
    row("all of it", "key!", "%6B%65%79%21", "•••");
    row("beyond ASCII", "clé€𝄞", "cl%C3%A9%E2%82%AC%F0%9D%84%9E clé€𝄞", "••• •••");
    row("a percent sign", "10%20", "10%20 10%2520", "••• •••");
    row("after a false beginning", "aabb", "aaabb aa", "a••• aa");
    row("cut off", "canary", "Unknown key cana", "Unknown key •••");
    row("cut off amid an encoded one", "cana/ry", "Unknown key cana%2", "Unknown key •••");
    row("too little left to tell", "canary", "Unknown key can", "Unknown key can");
}

void tst_SecretFilter::hidesASecretInWords()
{
    QFETCH(QString, secret);
    QFETCH(QString, text);
    QFETCH(QString, hidden);
    QCOMPARE(SecretFilter({{secret}}).hide(text, true), hidden);
}

QTEST_GUILESS_MAIN(tst_SecretFilter)
#include "tst_secretfilter.moc"
