/**
 * The pages people work with: sign-in, the list of migrations, a new one, one migration. A page shows what the heart says may be done now and passes on
 * what was typed; it decides nothing. Templates are in {@code src/main/jte} and become classes of this package. Must not know the REST API.
 *
 * <p>A page begins in a controller that returns {@link dev.portway.console.Pages#show}; every template takes a {@link dev.portway.console.Page} and is
 * wrapped in {@code layout.jte}. Everything works without JavaScript; htmx and {@code portway.js} only save reloads.
 */
@NullMarked
package dev.portway.console;

import org.jspecify.annotations.NullMarked;
