include!("../prelude.rs");

struct Message {
    name: &'static str,
    sizes: Vec<u32>,
    more: Option<Box<Message>>,
}

pub fn run() {
    post(Message { name: "a", sizes: vec![1, 2, 3], more: None });
}
