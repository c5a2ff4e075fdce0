#include "app.h"

int main(int argc, char** argv) {
    return preflag::run_app(argc, argv);
}
