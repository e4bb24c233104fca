#include "core/security/secretvalues.h"

#include <QTest>

using namespace callboard;

class tst_SecretValues : public QObject {
    Q_OBJECT

private slots:
    void aHeadersValueIsReadAsItIsMeant_data();
    void aHeadersValueIsReadAsItIsMeant();
    void everyKindOfSecretIsThere();
    void whatIsNoSecretIsNot();
    void anAnswerIsShownWithoutThem();
    void anAnswerWithoutThemIsAsItWas();
    void anEndThatIsMissingIsNoHidingPlace();
};

namespace {

OpenSecrets manySecrets()
{
    const auto header = [](const char *name, const char *value, bool secret, bool enabled = true) {
        return Header{QLatin1String(name), QLatin1String(value), {}, secret, enabled};
    };
    OpenSecrets secrets({header("Authorization", "Bearer header-secret", true), header("X-Plain", "plain-value", false),
                         header("X-Off", "disabled-secret", true, false)},
                        {{{QStringLiteral("whsec_c2lnbmluZy1rZXk"), {}}, {}}, {{QStringLiteral("older-key"), {}}, {}}});
    secrets.authentication = {
        AuthScheme::Basic, QStringLiteral("ops"), {QStringLiteral("basic-secret"), {}}, {}, {}, {}, false};
    secrets.tls.key.plain = QStringLiteral("-----BEGIN PRIVATE KEY-----\nclient-key\n-----END PRIVATE KEY-----\n");
    secrets.proxy.user = QStringLiteral("out");
    secrets.proxy.password.plain = QStringLiteral("proxy-secret");
    return secrets;
}

Exchange answer(const QByteArray &body)
{
    Exchange exchange;
    exchange.outcome = Outcome::Rejected;
    exchange.status = 400;
    exchange.responseHead = "HTTP/1.1 400 Bad\r\nContent-Type: text/plain\r\n\r\n";
    exchange.responseBody = body;
    exchange.responseSize = body.size();
    return exchange;
}

} // namespace

void tst_SecretValues::aHeadersValueIsReadAsItIsMeant_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QStringList>("spellings");
    const auto row = [](const char *what, const char *name, const char *value, const QStringList &more) {
        QTest::newRow(what) << QString::fromLatin1(name) << QString::fromLatin1(value)
                            << QStringList{QString::fromLatin1(value).trimmed()} + more;
    };
    row("one word", "X-Api-Key", "abc", {});
    row("bearer", "Authorization", " Bearer abc ", {QStringLiteral("abc")});
    row("basic", "authorization",
        "Basic b3BzOnA6dw==", {QStringLiteral("b3BzOnA6dw=="), QStringLiteral("p:w"), QStringLiteral("ops:p:w")});
    row("basic that is none", "Authorization", "Basic b3Bz!", {QStringLiteral("b3Bz!")});
    row("a sentence", "X-Words", "let me, in", {});
    row("cookies", "Cookie", "session=abc; theme=dark", {QStringLiteral("abc"), QStringLiteral("dark")});
}

void tst_SecretValues::aHeadersValueIsReadAsItIsMeant()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(QStringList, spellings);
    QCOMPARE(secretSpellings(name, value), spellings);
}

void tst_SecretValues::everyKindOfSecretIsThere()
{
    const SecretFilter filter(secretValues(manySecrets()));
    for (const char *secret :
         {"Bearer header-secret", "header-secret", "whsec_c2lnbmluZy1rZXk", "c2lnbmluZy1rZXk", "older-key",
          "basic-secret", "b3BzOmJhc2ljLXNlY3JldA", "proxy-secret", "b3V0OnByb3h5LXNlY3JldA",
          "-----BEGIN PRIVATE KEY-----\nclient-key\n-----END PRIVATE KEY-----\n"}) {
        QSet<int> found;
        QCOMPARE(filter.hide(secret, SecretFilter::Place::Body, false, found), kMask.toUtf8());
    }
}

void tst_SecretValues::whatIsNoSecretIsNot()
{
    const SecretFilter filter(secretValues(manySecrets()));
    QSet<int> found;
    const QByteArray text = "plain-value disabled-secret ops out Bearer Basic";
    QCOMPARE(filter.hide(text, SecretFilter::Place::Body, false, found), text);
    QVERIFY(SecretFilter(secretValues(OpenSecrets())).isEmpty());
    QVERIFY(SecretFilter(secretValues(QString())).isEmpty());
    QVERIFY(SecretFilter(secretValues(SmtpServer())).isEmpty());
}

void tst_SecretValues::anAnswerIsShownWithoutThem()
{
    const SecretFilter filter(secretValues(manySecrets()));
    Exchange exchange = answer(R"({"you":"Bearer header-secret"})");
    exchange.responseHead = "HTTP/1.1 400 proxy-secret\r\nLocation: /?t=header%2Dsecret\r\n\r\n";
    exchange.errorText = QStringLiteral("cms answered 400 proxy-secret and points to /?t=header%2Dsecret");
    exchange.note = QStringLiteral("sent one at a time: older-key");
    const Exchange shown = withoutSecrets(exchange, filter);
    QCOMPARE(shown.responseBody, R"({"you":")" + kMask.toUtf8() + R"("})");
    QCOMPARE(shown.responseHead, "HTTP/1.1 400 " + kMask.toUtf8() + "\r\nLocation: /?t=" + kMask.toUtf8() + "\r\n\r\n");
    QCOMPARE(shown.errorText, QStringLiteral("cms answered 400 %1 and points to /?t=%1").arg(kMask));
    QCOMPARE(shown.note,
             QStringLiteral("sent one at a time: %1 3 secrets of the target were hidden in the answer.").arg(kMask));
    QCOMPARE(shown.responseSize, exchange.responseSize);
    QCOMPARE(withoutSecrets(answer("older-key"), filter).note,
             QStringLiteral("1 secret of the target was hidden in the answer."));
}

void tst_SecretValues::anAnswerWithoutThemIsAsItWas()
{
    const Exchange exchange = answer("accepted \xff\xfe");
    for (const SecretFilter &filter : {SecretFilter(secretValues(manySecrets())), SecretFilter()}) {
        const Exchange shown = withoutSecrets(exchange, filter);
        QCOMPARE(shown.responseBody, exchange.responseBody);
        QCOMPARE(shown.responseHead, exchange.responseHead);
        QCOMPARE(shown.errorText, exchange.errorText);
        QCOMPARE(shown.note, QString());
    }
}

void tst_SecretValues::anEndThatIsMissingIsNoHidingPlace()
{
    const SecretFilter filter(secretValues(manySecrets()));
    Exchange exchange = answer("and your token is header-se");
    QCOMPARE(withoutSecrets(exchange, filter).responseBody, exchange.responseBody); // that is all he said
    exchange.truncated = true;
    QCOMPARE(withoutSecrets(exchange, filter).responseBody, "and your token is " + kMask.toUtf8());
}

QTEST_GUILESS_MAIN(tst_SecretValues)
#include "tst_secretvalues.moc"
