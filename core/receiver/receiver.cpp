#include "core/receiver/receiver.h"
