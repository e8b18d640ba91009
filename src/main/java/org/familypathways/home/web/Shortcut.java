package org.familypathways.home.web;

/** Something that a worker of some role often does next. */
record Shortcut(String title, String path, String text) {}
