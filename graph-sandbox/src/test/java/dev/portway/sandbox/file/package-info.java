/** Tests without HTTP. */
@NullMarked
package dev.portway.sandbox.file;

import org.jspecify.annotations.NullMarked;
