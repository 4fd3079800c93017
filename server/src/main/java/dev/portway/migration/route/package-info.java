/**
 * The routes: one file each, that reads like the story, and the passages they share. Data for whoever works out where a migration stands; that it must not
 * know, nor who carries out what a step asks for.
 */
@NullMarked
package dev.portway.migration.route;

import org.jspecify.annotations.NullMarked;
