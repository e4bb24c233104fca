target_sources(callboard_ui PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/closing/closing.cpp ${CMAKE_CURRENT_LIST_DIR}/closing/closing.h
    ${CMAKE_CURRENT_LIST_DIR}/closing/closingdialog.cpp ${CMAKE_CURRENT_LIST_DIR}/closing/closingdialog.h
    ${CMAKE_CURRENT_LIST_DIR}/closing/trayicon.cpp ${CMAKE_CURRENT_LIST_DIR}/closing/trayicon.h
    ${CMAKE_CURRENT_LIST_DIR}/drop/drop.cpp ${CMAKE_CURRENT_LIST_DIR}/drop/drop.h
    ${CMAKE_CURRENT_LIST_DIR}/drop/windowdrops.cpp ${CMAKE_CURRENT_LIST_DIR}/drop/windowdrops.h
    ${CMAKE_CURRENT_LIST_DIR}/pagewidget.cpp ${CMAKE_CURRENT_LIST_DIR}/pagewidget.h
    ${CMAKE_CURRENT_LIST_DIR}/libraries.cpp ${CMAKE_CURRENT_LIST_DIR}/libraries.h
    ${CMAKE_CURRENT_LIST_DIR}/notices/desktopnotices.cpp ${CMAKE_CURRENT_LIST_DIR}/notices/desktopnotices.h
    ${CMAKE_CURRENT_LIST_DIR}/notices/failurebatch.cpp ${CMAKE_CURRENT_LIST_DIR}/notices/failurebatch.h
    ${CMAKE_CURRENT_LIST_DIR}/notices/failurewatch.cpp ${CMAKE_CURRENT_LIST_DIR}/notices/failurewatch.h
    ${CMAKE_CURRENT_LIST_DIR}/palette/commanddelegate.cpp ${CMAKE_CURRENT_LIST_DIR}/palette/commanddelegate.h
    ${CMAKE_CURRENT_LIST_DIR}/palette/commandmodel.cpp ${CMAKE_CURRENT_LIST_DIR}/palette/commandmodel.h
    ${CMAKE_CURRENT_LIST_DIR}/palette/commandpalette.cpp ${CMAKE_CURRENT_LIST_DIR}/palette/commandpalette.h
    ${CMAKE_CURRENT_LIST_DIR}/palette/commands.cpp ${CMAKE_CURRENT_LIST_DIR}/palette/commands.h
    ${CMAKE_CURRENT_LIST_DIR}/palette/fuzzymatch.cpp ${CMAKE_CURRENT_LIST_DIR}/palette/fuzzymatch.h
    ${CMAKE_CURRENT_LIST_DIR}/progress.cpp ${CMAKE_CURRENT_LIST_DIR}/progress.h
    ${CMAKE_CURRENT_LIST_DIR}/windowclosing.cpp
    ${CMAKE_CURRENT_LIST_DIR}/windowledger.cpp)

# The about dialog says what it was built with. QCustomPlot has no CMake package of its own to ask.
find_file(QCUSTOMPLOT_HEADER qcustomplot.h REQUIRED)
file(STRINGS ${QCUSTOMPLOT_HEADER} qcustomplot_version REGEX "define QCUSTOMPLOT_VERSION_STR ")
string(REGEX REPLACE ".*\"(.*)\".*" "\\1" qcustomplot_version "${qcustomplot_version}")
set_source_files_properties(${CMAKE_CURRENT_LIST_DIR}/libraries.cpp PROPERTIES COMPILE_DEFINITIONS
    "CALLBOARD_QCUSTOMPLOT=\"${qcustomplot_version}\";CALLBOARD_QTKEYCHAIN=\"${Qt6Keychain_VERSION}\"\
;CALLBOARD_SQLITE=\"${SQLite3_VERSION}\";CALLBOARD_SODIUM=\"${sodium_VERSION}\"\
;CALLBOARD_MICROHTTPD=\"${microhttpd_VERSION}\";CALLBOARD_CURL=\"${CURL_VERSION_STRING}\"\
;CALLBOARD_BOOST=\"${Boost_VERSION_STRING}\";CALLBOARD_SIMDJSON=\"${simdjson_VERSION}\";CALLBOARD_CLI11=\"${CLI11_VERSION}\"")
qt_add_resources(callboard_ui callboard_licence PREFIX /callboard BASE ${PROJECT_SOURCE_DIR} FILES
    ${PROJECT_SOURCE_DIR}/LICENSE)
