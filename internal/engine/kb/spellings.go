//go:build !js

package kb

import _ "embed"

//go:embed spellings.blob
var spellings string
