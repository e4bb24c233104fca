#include "core/payload/targetimport.h"
