#pragma once

#include <preflag/run/exit_status.h>
