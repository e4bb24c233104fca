#include "core/payload/definition/lenientjson.h"

namespace callboard {

const JsonNode *JsonNode::find(QStringView key) const
{
    const QString wanted = plainKey(key);
    for (const JsonMember &member : members) {
        if (plainKey(member.key) == wanted)
            return &member.value;
    }
    return nullptr;
}

QString plainKey(QStringView key)
{
    QString plain;
    for (QChar c : key) {
        if (!c.isSpace() && c != u'_' && c != u'-')
            plain.append(c.toLower());
    }
    return plain;
}

QString pathTo(const JsonNode &root, qsizetype offset)
{
    QString path;
    for (const JsonNode *node = &root; node != nullptr;) {
        const JsonNode *inner = nullptr;
        QString step;
        for (const JsonMember &member : node->members) {
            if (member.offset > offset)
                break;
            inner = &member.value;
            step = u'.' + member.key;
        }
        for (size_t i = 0; i < node->items.size() && node->items[i].offset <= offset; ++i) {
            inner = &node->items[i];
            step = QStringLiteral("[%1]").arg(i);
        }
        path += step;
        node = inner;
    }
    return path;
}

} // namespace callboard
