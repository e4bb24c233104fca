#include "core/store/readthread.h"
