target_sources(callboard_ui PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/assetactions.cpp
    ${CMAKE_CURRENT_LIST_DIR}/assetcompleter.cpp ${CMAKE_CURRENT_LIST_DIR}/assetcompleter.h
    ${CMAKE_CURRENT_LIST_DIR}/assetdetail.cpp ${CMAKE_CURRENT_LIST_DIR}/assetdetail.h
    ${CMAKE_CURRENT_LIST_DIR}/assetinspector.cpp ${CMAKE_CURRENT_LIST_DIR}/assetinspector.h
    ${CMAKE_CURRENT_LIST_DIR}/assetlistmodel.cpp ${CMAKE_CURRENT_LIST_DIR}/assetlistmodel.h
    ${CMAKE_CURRENT_LIST_DIR}/assetloading.cpp
    ${CMAKE_CURRENT_LIST_DIR}/assetspage.cpp ${CMAKE_CURRENT_LIST_DIR}/assetspage.h
    ${CMAKE_CURRENT_LIST_DIR}/assettable.cpp ${CMAKE_CURRENT_LIST_DIR}/assettable.h
    ${CMAKE_CURRENT_LIST_DIR}/assetwords.cpp ${CMAKE_CURRENT_LIST_DIR}/assetwords.h
    ${CMAKE_CURRENT_LIST_DIR}/assigndialog.cpp ${CMAKE_CURRENT_LIST_DIR}/assigndialog.h
    ${CMAKE_CURRENT_LIST_DIR}/callbackspane.cpp ${CMAKE_CURRENT_LIST_DIR}/callbackspane.h
    ${CMAKE_CURRENT_LIST_DIR}/differencepane.cpp ${CMAKE_CURRENT_LIST_DIR}/differencepane.h
    ${CMAKE_CURRENT_LIST_DIR}/encoderpane.cpp ${CMAKE_CURRENT_LIST_DIR}/encoderpane.h
    ${CMAKE_CURRENT_LIST_DIR}/facts.cpp ${CMAKE_CURRENT_LIST_DIR}/facts.h
    ${CMAKE_CURRENT_LIST_DIR}/notificationpane.cpp ${CMAKE_CURRENT_LIST_DIR}/notificationpane.h
    ${CMAKE_CURRENT_LIST_DIR}/recordpane.cpp ${CMAKE_CURRENT_LIST_DIR}/recordpane.h
    ${CMAKE_CURRENT_LIST_DIR}/submitpane.cpp ${CMAKE_CURRENT_LIST_DIR}/submitpane.h
    ${CMAKE_CURRENT_LIST_DIR}/unmatchedbar.cpp ${CMAKE_CURRENT_LIST_DIR}/unmatchedbar.h)
