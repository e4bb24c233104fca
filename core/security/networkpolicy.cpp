#include "core/security/networkpolicy.h"
