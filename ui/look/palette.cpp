#include "ui/look/palette.h"

namespace callboard::look {

namespace {

struct Colors {
    QRgb window, base, alternate, text, button, line, edge, hover, highlight, accent, quiet, disabled, tip, tipText;
};

constexpr Colors kLight{0xfff3f5f8, 0xffffffff, 0xfff8f9fb, 0xff1c2127, 0xffffffff, 0xffdde2e8, 0xffaeb6c1,
                        0xffe8ecf1, 0xffd5e5fb, 0xff1f5fbf, 0xff646c76, 0xff9aa2ac, 0xff272a30, 0xfff3f5f8};
constexpr Colors kDark{0xff272a30, 0xff1d1f23, 0xff222429, 0xffe4e7eb, 0xff33373e, 0xff3a3e46, 0xff5b626d,
                       0xff363a42, 0xff2c4569, 0xff6cb0ff, 0xff9ca4af, 0xff727a85, 0xffe4e7eb, 0xff1d1f23};

QPalette build(const Colors &c)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, QRgb rgb) { palette.setColor(role, QColor::fromRgb(rgb)); };
    set(QPalette::Window, c.window);
    set(QPalette::Base, c.base);
    set(QPalette::AlternateBase, c.alternate);
    set(QPalette::Button, c.button);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        set(role, c.text);
    set(QPalette::BrightText, c.base);
    set(QPalette::Light, c.base);
    set(QPalette::Midlight, c.hover);
    set(QPalette::Mid, c.line);
    set(QPalette::Dark, c.edge);
    set(QPalette::Shadow, c.edge);
    set(QPalette::Highlight, c.highlight);
    set(QPalette::Link, c.accent);
    set(QPalette::LinkVisited, c.accent);
    set(QPalette::PlaceholderText, c.quiet);
    set(QPalette::ToolTipBase, c.tip);
    set(QPalette::ToolTipText, c.tipText);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, QColor::fromRgb(c.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor::fromRgb(c.line));
    palette.setColor(QPalette::Disabled, QPalette::Link, QColor::fromRgb(c.disabled));
    return palette;
}

} // namespace

QPalette lightPalette()
{
    return build(kLight);
}

QPalette darkPalette()
{
    return build(kDark);
}

} // namespace callboard::look
