#include "core/transport/transport.h"
