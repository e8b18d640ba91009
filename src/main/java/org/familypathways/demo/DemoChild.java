package org.familypathways.demo;

/**
 * A child whom nobody will take for a real one.
 *
 * @param number in place of the authority's own number
 * @param born {@code yyyy-MM-dd}
 */
record DemoChild(String number, String firstName, String lastName, String born, String area) {}
