disclosure.data("rarer","");
