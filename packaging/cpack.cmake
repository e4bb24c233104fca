# callboard_VERSION_ARCHITECTURE.deb. Whoever publishes it says who answers for it.
set(CALLBOARD_MAINTAINER "Callboard maintainers <callboard@example.org>" CACHE STRING "Maintainer of the package")
set(CALLBOARD_HOMEPAGE "https://callboard.example.org" CACHE STRING "Homepage of the package")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME callboard)
set(CPACK_PACKAGE_CONTACT "${CALLBOARD_MAINTAINER}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_HOMEPAGE "${CALLBOARD_HOMEPAGE}")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Opened by name at run time: the keychain, and Qt's own words in other languages. Verifying a receiver needs the authorities, a
# window needs a font.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
    "ca-certificates, libsecret-1-0, gnome-keyring | libpam-kwallet5, qt6-wayland, qt6-translations-l10n, fonts-dejavu-core | fonts-freefont-ttf")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "runs the callbacks (webhooks) of media platforms")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Callboard is a desktop program for operators of media platforms. They define
targets (who is told, how, about what); Callboard sends a callback when
something happens to an asset, and a live log shows what left and what came
back. A failed delivery is read, mended and replayed with one click.
.
It speaks LightFlow's callbacks and Spark's media callback, delivers over HTTP
and e-mail, keeps what it accepted on disk before it says so, repeats what
failed, and spares receivers that are down. The same engine runs without a
window, with a complete command line.")
include(CPack)
