target_sources(callboard_desktop PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/applicationobject.cpp ${CMAKE_CURRENT_LIST_DIR}/applicationobject.h
    ${CMAKE_CURRENT_LIST_DIR}/link.cpp ${CMAKE_CURRENT_LIST_DIR}/link.h
    ${CMAKE_CURRENT_LIST_DIR}/keptcopy.cpp ${CMAKE_CURRENT_LIST_DIR}/keptcopy.h
    ${CMAKE_CURRENT_LIST_DIR}/runmarker.cpp ${CMAKE_CURRENT_LIST_DIR}/runmarker.h
    ${CMAKE_CURRENT_LIST_DIR}/windowclaim.cpp ${CMAKE_CURRENT_LIST_DIR}/windowclaim.h
    ${CMAKE_CURRENT_LIST_DIR}/workspacekey.cpp ${CMAKE_CURRENT_LIST_DIR}/workspacekey.h)
