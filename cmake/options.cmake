# One target carries what every part of the program is compiled with.
add_library(callboard_options INTERFACE)
target_include_directories(callboard_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(callboard_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Woverloaded-virtual
    -Wimplicit-fallthrough -Wnull-dereference
    $<$<BOOL:$ENV{CI}>:-Werror>)
target_compile_definitions(callboard_options INTERFACE
    CALLBOARD_VERSION="${PROJECT_VERSION}"
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_FOREACH QT_USE_QSTRINGBUILDER QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(CALLBOARD_SANITIZE)
    target_compile_options(callboard_options INTERFACE
        -fsanitize=${CALLBOARD_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(callboard_options INTERFACE -fsanitize=${CALLBOARD_SANITIZE})
endif()
include(cmake/hardening.cmake)

# callboard_room(NAME SOURCES ... LINK ...): one room of core/ as a static library. What it links is what it may
# include; every header in it is compiled on its own by all_verify_interface_header_sets.
function(callboard_room name)
    cmake_parse_arguments(ROOM "" "" "SOURCES;HEADERS;LINK;PRIVATE" ${ARGN})
    add_library(callboard_${name} STATIC ${ROOM_SOURCES})
    target_sources(callboard_${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${ROOM_HEADERS})
    target_link_libraries(callboard_${name} PUBLIC callboard_options ${ROOM_LINK} PRIVATE ${ROOM_PRIVATE})
    callboard_use_precompiled(callboard_${name} core)
endfunction()
