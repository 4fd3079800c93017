/**
 * The PostgreSQL everything is kept in: the embedded one, started in the data folder by default, or the server named by PORTWAY_DATABASE_URL. Brings
 * the tables up to date before anyone may use them. Knows nothing of what the tables mean.
 */
@NullMarked
package dev.portway.database;

import org.jspecify.annotations.NullMarked;
