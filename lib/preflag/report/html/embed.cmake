# cmake -DOUTPUT=FILE -DFOLDER=FOLDER -P embed.cmake: writes the source file that defines what
# page_files.h declares.
set(text "// Written by embed.cmake.\n#include <preflag/report/html/page_files.h>\n\nnamespace preflag {\n\n")
foreach(pair page_template:page.html page_style:page.css page_early_script:page_early.js page_script:page.js)
    string(REPLACE : ";" pair ${pair})
    list(GET pair 0 name)
    list(GET pair 1 file)
    file(READ ${FOLDER}/${file} content)
    string(APPEND text "const std::string_view ${name} = R\"page_file(${content})page_file\";\n")
endforeach()
string(APPEND text "\n} // namespace preflag\n")
file(WRITE ${OUTPUT} "${text}")
