#include "core/security/vaultkey.h"
