target_sources(callboard_ui PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/projectcommands.cpp ${CMAKE_CURRENT_LIST_DIR}/projectcommands.h
    ${CMAKE_CURRENT_LIST_DIR}/projectdialog.cpp ${CMAKE_CURRENT_LIST_DIR}/projectdialog.h
    ${CMAKE_CURRENT_LIST_DIR}/projectlistmodel.cpp ${CMAKE_CURRENT_LIST_DIR}/projectlistmodel.h
    ${CMAKE_CURRENT_LIST_DIR}/projectspage.cpp ${CMAKE_CURRENT_LIST_DIR}/projectspage.h
    ${CMAKE_CURRENT_LIST_DIR}/projecttable.cpp ${CMAKE_CURRENT_LIST_DIR}/projecttable.h
    ${CMAKE_CURRENT_LIST_DIR}/projectwords.cpp ${CMAKE_CURRENT_LIST_DIR}/projectwords.h)
