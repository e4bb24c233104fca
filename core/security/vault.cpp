#include "core/security/vault.h"
