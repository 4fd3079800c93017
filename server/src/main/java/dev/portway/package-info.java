/** Where the server starts. Nothing may depend on this package; features live in the packages beside it. */
@NullMarked
package dev.portway;

import org.jspecify.annotations.NullMarked;
