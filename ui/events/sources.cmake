target_sources(callboard_ui PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/eventform.cpp ${CMAKE_CURRENT_LIST_DIR}/eventform.h
    ${CMAKE_CURRENT_LIST_DIR}/explaindialog.cpp ${CMAKE_CURRENT_LIST_DIR}/explaindialog.h
    ${CMAKE_CURRENT_LIST_DIR}/fireeventdialog.cpp ${CMAKE_CURRENT_LIST_DIR}/fireeventdialog.h
    ${CMAKE_CURRENT_LIST_DIR}/matchmodel.cpp ${CMAKE_CURRENT_LIST_DIR}/matchmodel.h)
