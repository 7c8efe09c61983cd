include!("../prelude.rs");

struct Message {
    name: &'static str,
    key: std::rc::Rc<str>,
}

pub fn run() {
    post(Message { name: "a", key: "key".into() }); //~ E0277
}
