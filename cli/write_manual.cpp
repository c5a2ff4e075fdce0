// write_manual PROSE PAGE: makes the manual page from its prose and the table of options.
#include "command_line/manual_page.h"
#include "commands/program.h"

#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: write_manual PROSE PAGE\n";
        return 2;
    }
    try {
        std::ifstream prose(argv[1], std::ios::binary);
        const std::string text(std::istreambuf_iterator<char>(prose), {});
        preflag::Command program;
        preflag::describe_program(program);
        std::ofstream page(argv[2], std::ios::binary);
        page << preflag::manual_page(text, program);
        page.close();
        if (!prose || !page)
            throw std::runtime_error("a file cannot be read or written");
    } catch (const std::exception& error) {
        std::cerr << "write_manual: " << error.what() << '\n';
        return 2;
    }
    return 0;
}
