target_sources(callboard_ui PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/helpdesk.cpp ${CMAKE_CURRENT_LIST_DIR}/helpdesk.h
    ${CMAKE_CURRENT_LIST_DIR}/helpwindow.cpp ${CMAKE_CURRENT_LIST_DIR}/helpwindow.h
    ${CMAKE_CURRENT_LIST_DIR}/manual.cpp ${CMAKE_CURRENT_LIST_DIR}/manual.h
    ${CMAKE_CURRENT_LIST_DIR}/manualview.cpp ${CMAKE_CURRENT_LIST_DIR}/manualview.h)

# The manual and its pictures; the pictures are made by ./dev pictures --manual.
set(manual_files)
foreach(page first-steps targets deliveries filter pace events encoders mail server secrets signing authentication changes backup shortcuts troubleshooting)
    list(APPEND manual_files ${PROJECT_SOURCE_DIR}/resources/manual/${page}.md)
endforeach()
foreach(picture deliveries fire-event overview receiver target)
    list(APPEND manual_files ${PROJECT_SOURCE_DIR}/resources/manual/pictures/${picture}.png)
endforeach()
qt_add_resources(callboard_ui callboard_manual PREFIX /callboard BASE ${PROJECT_SOURCE_DIR}/resources
    FILES ${manual_files})
