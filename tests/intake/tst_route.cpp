// The table of the door's paths: which route a path means, with which parameters, and which it does not.
#include "core/intake/route.h"

#include <QTest>

using namespace callboard;

class TestRoute : public QObject {
    Q_OBJECT

private slots:
    void findsTheRouteOfAPath_data();
    void findsTheRouteOfAPath();
    void decodesParametersOnce_data();
    void decodesParametersOnce();
    void takesNoParameterThatIsNone_data();
    void takesNoParameterThatIsNone();
    void takesTheLongestParameter();
    void servesHeadByGet();
    void namesTheMethodsOfAPath();
    void guardsAPathWhateverTheMethod();

private:
    [[nodiscard]] static Route row(const QByteArray &method, const QByteArray &path, Route::Access access)
    {
        return {.method = method, .path = path, .access = access, .admit = {}, .serve = {}};
    }
    [[nodiscard]] QByteArray found(const QByteArray &method, const QByteArray &path) const
    {
        const auto result = m_table.find(method, path);
        const auto *match = std::get_if<RouteMatch>(&result);
        return match ? match->route->path : QByteArray::number(std::get<DoorAnswer>(result).status);
    }
    [[nodiscard]] QString uuidIn(const QByteArray &path) const
    {
        const auto result = m_table.find("GET", path);
        const auto *match = std::get_if<RouteMatch>(&result);
        return match ? match->parameters.value("uuid") : QStringLiteral("(none)");
    }

    RouteTable m_table{{row("GET", "/healthz", Route::Access::Open), row("POST", "/assets", Route::Access::Token),
                        row("GET", "/assets/{uuid}", Route::Access::Token),
                        row("DELETE", "/assets/{uuid}", Route::Access::Token),
                        row("POST", "/v1/encoders/zencoder", Route::Access::Peer),
                        row("POST", "/v1/encoders/zencoder/{asset}", Route::Access::Peer)}};
};

void TestRoute::findsTheRouteOfAPath_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("route");
    const auto row = [](const char *method, const char *path, const char *route) {
        QTest::addRow("%s %s", method, path) << QByteArray(method) << QByteArray(path) << QByteArray(route);
    };
    row("POST", "/assets", "/assets");
    row("GET", "/assets/7", "/assets/{uuid}");
    row("POST", "/v1/encoders/zencoder", "/v1/encoders/zencoder");
    row("POST", "/v1/encoders/zencoder/7", "/v1/encoders/zencoder/{asset}");
    row("POST", "/%61ssets", "/assets");
    row("GET", "/assets", "405");
    row("POST", "/assets/7", "405");
    row("GET", "/assets/", "404");
    row("GET", "/assets//7", "404");
    row("GET", "/assets/7/", "404");
    row("GET", "/assets/7/callbacks", "404");
    row("GET", "/Assets/7", "404");
    row("GET", "assets/7", "404");
    row("GET", "/", "404");
    row("GET", "", "404");
    row("POST", "/v1%2Fencoders/zencoder", "404");
}

void TestRoute::findsTheRouteOfAPath()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, route);
    QCOMPARE(found(method, path), route);
}

void TestRoute::decodesParametersOnce_data()
{
    QTest::addColumn<QByteArray>("segment");
    QTest::addColumn<QString>("uuid");
    QTest::newRow("plain") << QByteArray("6b48fbce-cd10") << QStringLiteral("6b48fbce-cd10");
    QTest::newRow("a slash") << QByteArray("a%2Fb") << QStringLiteral("a/b");
    QTest::newRow("a percent, only once") << QByteArray("%252F") << QStringLiteral("%2F");
    QTest::newRow("beyond ASCII") << QByteArray("%E3%82%A8") << QStringLiteral("エ");
    QTest::newRow("lower hex") << QByteArray("%c3%a9") << QStringLiteral("é");
    QTest::newRow("a plus is a plus") << QByteArray("a+b") << QStringLiteral("a+b");
    QTest::newRow("dots are no way up") << QByteArray("..") << QStringLiteral("..");
}

void TestRoute::decodesParametersOnce()
{
    QFETCH(QByteArray, segment);
    QFETCH(QString, uuid);
    QCOMPARE(uuidIn("/assets/" + segment), uuid);
}

void TestRoute::takesNoParameterThatIsNone_data()
{
    QTest::addColumn<QByteArray>("segment");
    for (const char *segment : {"", "%", "%4", "%zz", "%00", "a%00b", "a%0Ab", "%0d%0a", "%7F", "%C2%85", "%FF", "%C3",
                                "%ED%A0%80", "%C0%AF"})
        QTest::newRow(segment) << QByteArray(segment);
    QTest::newRow("too long") << QByteArray(kLongestParameter + 1, 'a');
    QTest::newRow("much too long") << QByteArray(100'000, 'a');
}

void TestRoute::takesNoParameterThatIsNone()
{
    QFETCH(QByteArray, segment);
    QCOMPARE(found("GET", "/assets/" + segment), QByteArray("404"));
    const auto refusal = std::get<DoorAnswer>(m_table.find("GET", "/assets/" + segment));
    QVERIFY(refusal.body.size() < 1'000);
}

void TestRoute::takesTheLongestParameter()
{
    QCOMPARE(uuidIn("/assets/" + QByteArray(kLongestParameter, 'a')), QString(kLongestParameter, u'a'));
    QCOMPARE(uuidIn("/assets/" + QByteArray("%C3%A9").repeated(kLongestParameter)), QString(kLongestParameter, u'é'));
}

void TestRoute::servesHeadByGet()
{
    QCOMPARE(found("HEAD", "/assets/7"), QByteArray("/assets/{uuid}"));
    QCOMPARE(found("HEAD", "/assets"), QByteArray("405"));
}

void TestRoute::namesTheMethodsOfAPath()
{
    const auto refusal = std::get<DoorAnswer>(m_table.find("PUT", "/assets/7"));
    QCOMPARE(refusal.status, 405);
    QVERIFY(refusal.headers.contains(QPair<QByteArray, QByteArray>("Allow", "GET, HEAD, DELETE")));
}

void TestRoute::guardsAPathWhateverTheMethod()
{
    QCOMPARE(m_table.guarding("/healthz")->access, Route::Access::Open);
    QCOMPARE(m_table.guarding("/assets/7")->access, Route::Access::Token);
    QCOMPARE(m_table.guarding("/v1/encoders/zencoder/7")->access, Route::Access::Peer);
    QVERIFY(!m_table.guarding("/v1/encoders/other"));
    QVERIFY(!m_table.guarding("/healthz/"));
}

QTEST_GUILESS_MAIN(TestRoute)
#include "tst_route.moc"
