# Debian's library for Qt 6; the header is the same for both.
find_package(Qt6 6.4 REQUIRED COMPONENTS PrintSupport)
find_path(QCUSTOMPLOT_INCLUDE_DIR qcustomplot.h REQUIRED)
find_library(QCUSTOMPLOT_LIBRARY NAMES QCustomPlotQt6 REQUIRED)
target_include_directories(callboard_ui SYSTEM PRIVATE ${QCUSTOMPLOT_INCLUDE_DIR})
target_link_libraries(callboard_ui PRIVATE ${QCUSTOMPLOT_LIBRARY} Qt6::PrintSupport)
target_sources(callboard_ui PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/figurebutton.cpp ${CMAKE_CURRENT_LIST_DIR}/figurebutton.h
    ${CMAKE_CURRENT_LIST_DIR}/figurerow.cpp ${CMAKE_CURRENT_LIST_DIR}/figurerow.h
    ${CMAKE_CURRENT_LIST_DIR}/latencyplot.cpp ${CMAKE_CURRENT_LIST_DIR}/latencyplot.h
    ${CMAKE_CURRENT_LIST_DIR}/outcomeplot.cpp ${CMAKE_CURRENT_LIST_DIR}/outcomeplot.h
    ${CMAKE_CURRENT_LIST_DIR}/overviewbuilding.cpp
    ${CMAKE_CURRENT_LIST_DIR}/overviewpage.cpp ${CMAKE_CURRENT_LIST_DIR}/overviewpage.h
    ${CMAKE_CURRENT_LIST_DIR}/overviewreading.cpp ${CMAKE_CURRENT_LIST_DIR}/overviewreading.h
    ${CMAKE_CURRENT_LIST_DIR}/overviewrows.cpp ${CMAKE_CURRENT_LIST_DIR}/overviewrows.h
    ${CMAKE_CURRENT_LIST_DIR}/overviewwords.cpp ${CMAKE_CURRENT_LIST_DIR}/overviewwords.h
    ${CMAKE_CURRENT_LIST_DIR}/plotactions.cpp
    ${CMAKE_CURRENT_LIST_DIR}/plotexport.cpp ${CMAKE_CURRENT_LIST_DIR}/plotexport.h
    ${CMAKE_CURRENT_LIST_DIR}/plotlegend.cpp ${CMAKE_CURRENT_LIST_DIR}/plotlegend.h
    ${CMAKE_CURRENT_LIST_DIR}/plotlibrary.h
    ${CMAKE_CURRENT_LIST_DIR}/rangebar.cpp ${CMAKE_CURRENT_LIST_DIR}/rangebar.h
    ${CMAKE_CURRENT_LIST_DIR}/rankingpane.cpp ${CMAKE_CURRENT_LIST_DIR}/rankingpane.h
    ${CMAKE_CURRENT_LIST_DIR}/rankingtable.cpp ${CMAKE_CURRENT_LIST_DIR}/rankingtable.h
    ${CMAKE_CURRENT_LIST_DIR}/timeplot.cpp ${CMAKE_CURRENT_LIST_DIR}/timeplot.h
    ${CMAKE_CURRENT_LIST_DIR}/timeplotinput.cpp)
