/**
 * What people ask for, understood or refused: the one place where typed numbers, accounts and windows become an order, whichever edge they came by. Must
 * not know how an edge asks or answers.
 */
@NullMarked
package dev.portway.intake;

import org.jspecify.annotations.NullMarked;
