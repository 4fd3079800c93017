/** What hangs on a number: written down before the move, compared after it. */
@NullMarked
package dev.portway.asset;

import org.jspecify.annotations.NullMarked;
